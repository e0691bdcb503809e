"""The grid of H3."""

from collections.abc import Sequence

import h3


class H3Cells:
    """Hexagons; at resolution 9 the cell and those beside it cover every place within 200 m of a place in it."""

    def beside(self, cell: str) -> Sequence[str]:
        """Return the cells that share an edge with this one; none where it is no cell."""
        if not h3.is_valid_cell(cell):
            return ()
        return sorted(str(one) for one in h3.grid_disk(cell, 1) if one != cell)
