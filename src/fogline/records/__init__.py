"""What flows through Fogline: frozen records and their ids."""
