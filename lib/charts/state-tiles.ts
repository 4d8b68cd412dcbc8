/** Tiles across and down. */
export const tileColumns = 11
export const tileRows = 8

/**
 * The fifty states and the District of Columbia as equal tiles, each about where it lies, one line a row of the grid.
 * A dot is an empty place.
 */
const grid = [
  'AK .. .. .. .. .. .. .. .. .. ME',
  '.. .. .. .. .. .. .. .. .. VT NH',
  'WA ID MT ND MN IL WI MI NY RI MA',
  'OR NV WY SD IA IN OH PA NJ CT ..',
  'CA UT CO NE MO KY WV VA MD DE ..',
  '.. AZ NM KS AR TN NC SC DC .. ..',
  '.. .. .. OK LA MS AL GA .. .. ..',
  'HI .. .. TX .. .. .. .. FL .. ..',
]

export type StateTile = { code: string; column: number; row: number }

/** Every tile, from the top left. */
export const stateTiles: readonly StateTile[] = grid.flatMap((line, row) =>
  line.split(' ').flatMap((code, column) => (code === '..' ? [] : [{ code, column, row }])),
)

const byCode = new Map(stateTiles.map(tile => [tile.code, tile]))

/** The tile of a postal code, null for a territory, a residual row, or no code at all. */
export function findTile(code: string | null): StateTile | null {
  return (code && byCode.get(code)) || null
}
