import { z } from 'zod'
import { nameFigure } from '../pool/figure-names.ts'
import type { FilingReport, PoolFigure, PoolSummary } from '../report.ts'
import { type AssistantSource, figureSchema, newFigure, sourcesOf } from './figure.ts'

const namedFigureSchema = figureSchema.extend({
  id: z.string(),
  name: z.string(),
  meaning: z.string(),
  state: z.string().optional().describe('Postal code of the state that the share is of.'),
  others: z
    .array(figureSchema.pick({ value: true, known: true, sources: true }))
    .describe('Other values that the filing gives for the same.'),
})

export const poolSchema = z.object({
  loanGroup: z.string().nullable().describe('As printed; null for the whole pool.'),
  figures: z.array(namedFigureSchema),
  checks: z.object({ passed: z.int(), failed: z.int() }),
})

type Filed = { origin: string; slug: string; report: FilingReport }

/** What a pool or a loan group is known by, each figure with the places that give it. */
export function poolAnswer(
  filed: Filed,
  { loanGroup, figures, checks }: PoolSummary,
): z.infer<typeof poolSchema> {
  return { loanGroup, figures: figures.map(figure => figureAnswer(filed, figure)), checks }
}

function figureAnswer(
  { origin, slug, report }: Filed,
  figure: PoolFigure,
): z.infer<typeof namedFigureSchema> {
  const sourceOf = sourcesOf(origin, slug, report.file.sha256)
  const { id, unit, value, kind, bounds, stratification, at, check, others, code } = figure
  const table = report.stratifications.find(one => one.id === stratification)
  const place = at ?? table?.total?.at ?? table?.at
  const sources: AssistantSource[] = place ? [sourceOf(place)] : []
  return {
    id,
    ...nameFigure(id),
    ...(code === undefined ? {} : { state: code }),
    ...newFigure({
      unit,
      value,
      between: value === null ? bounds : null,
      known: kind === 'stated' ? 'printed' : kind,
      check: check ? (check.outcome === 'pass' ? 'passes' : 'fails') : 'unchecked',
      sources,
    }),
    others: others.map(other => {
      const own = newFigure({
        unit,
        value: other.value,
        known: other.kind === 'stated' ? 'printed' : 'computed',
        check: 'unchecked',
        sources: other.at ? [sourceOf(other.at)] : [],
      })
      return { value: own.value, known: own.known, sources: own.sources }
    }),
  }
}
