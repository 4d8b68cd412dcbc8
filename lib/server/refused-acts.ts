/** Of one asker so many refusals are noted in a minute, and of all together; the others are counted. */
const mostOfOne = 5
const mostOfAll = 60
const minuteMs = 60_000

/**
 * Decides which refusals are noted: a program that knocks a thousand times a second fills no library. Gives how many were left
 * out since the last that was noted; null where this one is left out too.
 */
export function limitRefusals(now: () => number = Date.now) {
  let begun = now()
  let all = 0
  let leftOut = 0
  const ofOne = new Map<string, number>()
  return (asker: string): number | null => {
    if (now() - begun >= minuteMs) {
      begun = now()
      all = 0
      ofOne.clear()
    }
    const own = (ofOne.get(asker) ?? 0) + 1
    if (all >= mostOfAll || own > mostOfOne) {
      leftOut++
      return null
    }
    all++
    ofOne.set(asker, own)
    const before = leftOut
    leftOut = 0
    return before
  }
}
