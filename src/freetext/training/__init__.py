"""Labels to a model; the only room besides `interfaces` that imports scikit-learn."""
