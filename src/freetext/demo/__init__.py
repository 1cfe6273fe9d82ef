"""The demo survey, as files inside the package."""
