import { useSyncExternalStore } from 'react'
import type { ArrangeRows } from '../table/arrange-rows.ts'
import { emptyView, type View } from './view.ts'

/**
 * What is looked at on the page: the view that its address carries, and beside it what passes: the row under the pointer,
 * the figure on the page that the source was asked for from, to give the focus back to, and how rows are put in order, once
 * that has been loaded.
 */
export type Looking = View & { row: TableRow | null; from: HTMLElement | null; arrange: ArrangeRows | null }
type TableRow = { table: string; bucket: number }

/** What the server draws, and the browser until it follows its address. */
const nothing: Looking = { ...emptyView, row: null, from: null, arrange: null }

/** Kept here alone. Whatever shows a part of it asks for that part; whatever changes it says so here. */
let looking: Looking = nothing
const listeners = new Set<() => void>()

export function lookedAt(): Looking {
  return looking
}

/** Look at something else. */
export function lookAt(change: Partial<Looking>): void {
  looking = { ...looking, ...change }
  for (const listener of listeners) listener()
}

/** Call `listener` whenever something else is looked at; gives back how to stop. */
export function onLooking(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A part of what is looked at. `pick` must give the same thing for the same view. */
export function useLooking<T>(pick: (looking: Looking) => T): T {
  return useSyncExternalStore(
    onLooking,
    () => pick(looking),
    () => pick(nothing),
  )
}
