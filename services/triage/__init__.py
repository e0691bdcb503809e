"""How serious is it, who acts, and why."""
