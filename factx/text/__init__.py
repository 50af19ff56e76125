"""Text as the rules see it: tokens, quotations, numbers in words, forms of words, the calendar."""
