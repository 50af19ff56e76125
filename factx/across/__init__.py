"""Facts across documents: people who are one and the same, and statements that cannot all be true."""
