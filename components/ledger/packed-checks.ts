/** A check as a row of the ledger shows it. */
export type ShownCheck = {
  name: string
  /** What it holds against what, in a sentence. */
  wording: string
  /** Printed, found, difference, allowed. */
  figures: string[]
  isMoney: boolean
  fails: boolean
  /** Where it is printed, as an address carries it. */
  at: string
}

type PackedCheck = [name: string, wording: number, figures: string[], at: string, isMoney: 0 | 1, fails?: 1]
/** The sentences are few, and named by their order. */
type Packed = [wordings: string[], checks: PackedCheck[]]

/** Checks as one short string. */
export function packChecks(checks: readonly ShownCheck[]): string {
  const wordings = [...new Set(checks.map(({ wording }) => wording))]
  const packed = checks.map(({ name, wording, figures, at, isMoney, fails }): PackedCheck => {
    const row = [name, wordings.indexOf(wording), figures, at, isMoney ? 1 : 0] satisfies PackedCheck
    return fails ? [...row, 1] : row
  })
  return JSON.stringify([wordings, packed] satisfies Packed)
}

/** The checks that `packChecks` packed. Only ever given what the same page packed. */
export function unpackChecks(text: string): (ShownCheck & { id: string })[] {
  const [wordings, checks] = JSON.parse(text) as Packed
  return checks.map(([name, wording, figures, at, isMoney, fails], order) => ({
    id: `check ${order}`,
    name,
    wording: wordings[wording] ?? '',
    figures,
    isMoney: isMoney === 1,
    fails: fails === 1,
    at,
  }))
}
