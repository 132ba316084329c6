-- Whether the sender says that signs in the body don't style it (XEP-0393 §7); nothing where not.
ALTER TABLE message ADD COLUMN unstyled BOOLEAN;
