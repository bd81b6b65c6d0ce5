// tests of Typesetting
