"""The package for Python users: files, frames and lists of texts in, values and frames out; scikit-learn's own words too."""
