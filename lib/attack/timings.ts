import { type Figure, quantile, yardstick } from '../bench/figure.ts'
import type { Answer } from './ask.ts'
import { atMost, noneOf } from './scenario.ts'

/** How long answers took, by kind of answer, and which were not what they should be. */
export type Timings = {
  add: (kind: string, answer: Pick<Answer, 'ms' | 'status' | 'fault'>, isRight: boolean) => void
  /** p50, p99 and slowest of each kind; `mostP99Ms` is aimed at by kind, `baseline` gives what a ratio is made over. */
  figures: (name: string, aims?: TimingAims) => Figure[]
  quantileOf: (kind: string, share: number) => number
  /** Examples of wrong answers, for people. */
  wrong: readonly string[]
  count: (kind: string) => number
  total: () => number
}

type TimingAims = {
  mostP99Ms?: Record<string, number>
  baseline?: Timings
  /** By kind, where it is not `slowestAnswerMs`. */
  slowestOf?: Record<string, number>
}

/** No answer may take longer, but those of uploads of large files. */
const slowestAnswerMs = 5000

const shownWrong = 12

/** An empty set of timings. */
export function newTimings(): Timings {
  const times = new Map<string, number[]>()
  const wrong: string[] = []
  let wrongCount = 0

  function quantileOf(kind: string, share: number): number {
    return quantile(times.get(kind) ?? [], share)
  }

  function kindFigures(name: string, kind: string, aims: TimingAims): Figure[] {
    const { baseline, mostP99Ms = {}, slowestOf = {} } = aims
    const slowestMs = slowestOf[kind] ?? slowestAnswerMs
    const ratio = (share: number) => {
      const other = baseline?.quantileOf(kind, share)
      return other === undefined || Number.isNaN(other) ? null : quantileOf(kind, share) / other
    }
    const most = mostP99Ms[kind]
    const p99 = `${name}-${kind}-p99`
    const late =
      most === undefined
        ? yardstick(p99, quantileOf(kind, 0.99), 'ms')
        : atMost(p99, quantileOf(kind, 0.99), most, 'ms')
    return [
      { ...yardstick(`${name}-${kind}-p50`, quantileOf(kind, 0.5), 'ms'), ratio: ratio(0.5) },
      { ...late, ratio: ratio(0.99) },
      { ...atMost(`${name}-${kind}-slowest`, quantileOf(kind, 1), slowestMs, 'ms'), ratio: ratio(1) },
    ]
  }

  return {
    add: (kind, { ms, status, fault }, isRight) => {
      const all = times.get(kind) ?? []
      all.push(ms)
      times.set(kind, all)
      if (isRight) return
      wrongCount++
      if (wrong.length < shownWrong)
        wrong.push(`${kind}: ${status} after ${Math.round(ms)} ms ${fault ?? ''}`)
    },
    figures: (name, aims = {}) => [
      ...[...times.keys()].flatMap(kind => [
        yardstick(`${name}-${kind}-answers`, times.get(kind)?.length ?? 0, 'answers'),
        ...kindFigures(name, kind, aims),
      ]),
      noneOf(`${name}-wrong-answers`, wrongCount, 'answers'),
    ],
    quantileOf,
    wrong,
    count: kind => times.get(kind)?.length ?? 0,
    total: () => [...times.values()].reduce((sum, all) => sum + all.length, 0),
  }
}
