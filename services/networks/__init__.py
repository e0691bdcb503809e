"""What a community can do, safely."""
