'use client'

import { lookAt, useLooking } from '../view/view-store.ts'
import { type OfferedMeasure, startMeasure } from './measures.ts'

/** What draws a figure of another measure, at hand before the switch is pressed; it loads in its turn where this fails. */
function prefetchFigures() {
  import('../charts/live-figure.tsx').catch(() => undefined)
}

/** Which measure is drawn and emphasised; only those that some table prints are offered. The one at first needs no mention. */
export function MeasureSwitch({ offered }: { offered: OfferedMeasure[] }) {
  const start = startMeasure(offered)
  const chosen = useLooking(({ measure }) => (offered.some(one => one.measure === measure) ? measure : start))
  if (offered.length < 2) return null
  return (
    <fieldset className="switch needs-script" onPointerEnter={prefetchFigures} onFocus={prefetchFigures}>
      <legend className="sr-only">Measure</legend>
      {offered.map(({ measure, name, key, spoken }) => (
        <button
          key={measure}
          type="button"
          data-key={key}
          aria-pressed={measure === chosen}
          aria-label={spoken}
          onClick={() => lookAt({ measure: measure === start ? null : measure })}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}
