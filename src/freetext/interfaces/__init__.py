"""scikit-learn and spaCy, spoken in their own words."""
