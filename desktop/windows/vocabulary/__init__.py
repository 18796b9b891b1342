"""The page of terms and rules, and the dialogs that add to them."""
