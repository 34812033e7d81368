"""What people and platforms read: pure functions of reports, each returning a text."""
