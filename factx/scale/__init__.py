"""Work on many documents: jobs, processes, progress, Spark."""
