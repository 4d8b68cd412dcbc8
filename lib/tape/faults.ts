/** What may be wrong with values of a field. */
export type FaultKind =
  | 'unknown-field'
  | 'unknown-element'
  | 'unreadable-value'
  | 'unknown-code'
  | 'repeated-field'
  | 'long-value'
  | 'repeated-number'
  | 'lone-property'
  | 'negative-balance'
  | 'mixed-percents'
  | 'impossible-value'
  | 'no-balance'
  | 'other-period'
  | 'no-period'

/** A fault by its kind and field: how often, and where first, with what stands there. */
export type Fault = { kind: FaultKind; field: string; count: number; first: { text: string; line: number } }

/** Faults counted by kind and field, so that a hundred thousand loans with one fault are one line. */
export class Faults {
  #byKey = new Map<string, Fault>()

  add(kind: FaultKind, field: string, text: string, line: number): void {
    const key = `${kind} ${field}`
    const known = this.#byKey.get(key)
    if (known) known.count++
    else this.#byKey.set(key, { kind, field, count: 1, first: { text, line } })
  }

  get all(): readonly Fault[] {
    return [...this.#byKey.values()]
  }
}
