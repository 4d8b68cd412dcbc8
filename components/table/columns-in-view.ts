/** More columns than this scroll in a box of their own, with the labels held. */
const columnsInView = 4

/** Whether so many columns take the room that the table's figure would have. */
export function isWide(columns: number): boolean {
  return columns > columnsInView
}
