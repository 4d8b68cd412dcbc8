/** Something with a place for each row of the library. */
export interface Growing {
  /** Have room for so many rows. */
  grow(rows: number): void
}

/** The room for rows is doubled when it runs out, from so many on. */
const leastRows = 256

function roomFor(rows: number, has: number): number {
  let room = Math.max(leastRows, has)
  while (room < rows) room *= 2
  return room
}

/** Whole numbers, a row each. */
export class Column32 implements Growing {
  values = new Int32Array(0)

  grow(rows: number): void {
    if (rows <= this.values.length) return
    const grown = new Int32Array(roomFor(rows, this.values.length))
    grown.set(this.values)
    this.values = grown
  }
}

/** Numbers, a row each; NaN is not known. */
export class Column64 implements Growing {
  values = new Float64Array(0)

  grow(rows: number): void {
    if (rows <= this.values.length) return
    const grown = new Float64Array(roomFor(rows, this.values.length)).fill(Number.NaN)
    grown.set(this.values)
    this.values = grown
  }
}

/** Small whole numbers, a row each. */
export class Column8 implements Growing {
  values = new Uint8Array(0)

  grow(rows: number): void {
    if (rows <= this.values.length) return
    const grown = new Uint8Array(roomFor(rows, this.values.length))
    grown.set(this.values)
    this.values = grown
  }
}
