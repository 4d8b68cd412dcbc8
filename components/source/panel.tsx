'use client'

import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { readPlace, rowsHref, sourceHref, tablesHref } from '@/lib/addresses/place-address.ts'
import { describePlace } from '@/lib/evidence/describe-place.ts'
import { htmlLines } from '@/lib/layout/tag-pieces.ts'
import { lookAt } from '../view/view-store.ts'
import type { Asked } from './asked.ts'
import { OpenedSource } from './opened-source.tsx'
import { changeAround, figureOf, useChosenFigure } from './use-chosen-figure.ts'
import { useReport } from './use-report.ts'
import { findNextFigure, type Step, stepOf } from './walk-figures.ts'

const isNever = () => false

type Props = {
  /** Address of the deal page that shows the filing. */
  home: string
  slug: string
  sha256: string
  /** Lines of the filing: what is past them is no place in it. */
  lineCount: number
  part: number
  asked: Asked
}

/** The filing beside the page, at the chosen figure: how it was read, what proves it, and the lines around it. */
export default function Panel({ home, slug, sha256, lineCount, part, asked }: Props) {
  const panel = useRef<HTMLElement>(null)
  const named = readPlace(asked.at)
  const at = named && named.line <= lineCount ? named : null
  // A place that no figure of the page stands for may have been read on another part of a long filing.
  const isHere = at === null || figureOf(asked) !== null
  const [report, retry] = useReport(slug, sha256, isHere ? { part } : { at: asked.at })
  const found = report.state === 'ready' ? report.value : null
  const evidence = at && found ? describePlace(found.report, at) : null
  const isHtml = found ? htmlLines(found.report) : isNever

  const close = useCallback(() => {
    const figure = figureOf(asked)
    changeAround(figure, () => lookAt({ at: null, from: null }))
    figure?.focus({ preventScroll: true })
  }, [asked])
  const walk = useCallback(
    (step: Step) => {
      const from = figureOf(asked)
      const next = from && findNextFigure(from, step)
      const place = next?.getAttribute('data-at')
      if (!next || !place) return
      if (document.activeElement === from) next.focus({ preventScroll: true })
      lookAt({ at: place, from: next })
    },
    [asked],
  )
  const keepInView = useCallback(
    () => figureOf(asked)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    [asked],
  )
  useKeys(close, walk)
  useChosenFigure(asked)
  useLayoutEffect(() => panel.current?.focus({ preventScroll: true }), [])

  return (
    <aside
      ref={panel}
      className="source-panel"
      aria-label="Source: the filing as printed"
      tabIndex={-1}
      data-source-panel
    >
      {at ? (
        <OpenedSource
          {...{ slug, sha256, at, evidence, isHtml, close, walk, keepInView }}
          notes={found?.notes ?? []}
          page={found?.part ? pageOfPart(home, found.part) : null}
          hasFailed={report.state === 'failed'}
          retry={retry}
        />
      ) : (
        <NoPlace close={close} filing={sourceHref(slug, sha256)} />
      )}
    </aside>
  )
}

/** Address of the page of the deal that shows a part, or some rows of a table. */
function pageOfPart(home: string, { list, number }: { list: string; number: number }): string {
  return list === '' ? tablesHref(home, number) : rowsHref(home, list.slice(list.indexOf('/') + 1), number)
}

function NoPlace({ close, filing }: { close: () => void; filing: string }) {
  return (
    <div className="evidence source-header">
      <p>The address names no place in the filing. Choose a figure on the page to see where it is printed.</p>
      <p className="flex items-center gap-3">
        <a href={filing}>Read the filing</a>
        <button type="button" className="source-button" onClick={close}>
          Close
        </button>
      </p>
    </div>
  )
}

function useKeys(close: () => void, walk: (step: Step) => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) return close()
      const step = stepOf(event)
      if (!step) return
      event.preventDefault()
      walk(step)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [close, walk])
}
