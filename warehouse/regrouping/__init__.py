"""What a person decides about groups and stories."""
