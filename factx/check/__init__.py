"""Is what an article quotes, and its figures, dates and names, what its sources have?"""
