'use client'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { DropOverlay } from './drop-overlay.tsx'
import type { Handed } from './handed.ts'
import { openFolders } from './open-folders.ts'
import { isUnderWay, type Row, UploadQueue } from './queue.ts'
import { QueuePanel } from './queue-panel.tsx'
import { sendFile } from './send-file.ts'

const queue = new UploadQueue(sendFile)
/** The file that came alone: when it is in the library, new or known, its deal is what the reader wants to see. */
let alone: number | null = null

/** Take files and folders into the queue. */
export async function receive(things: readonly Handed[]) {
  const ids = queue.add(await openFolders(things))
  alone = ids.length === 1 && queue.rows.filter(isUnderWay).length === 1 ? (ids[0] ?? null) : null
}

/** Fetch the sample filings and take them in like any others. */
export async function receiveSamples() {
  const { fetchSamples } = await import('./fetch-samples.ts')
  queue.add(await fetchSamples())
}

/** Shows what is being dropped and what became of it; loaded by `UploadGate`. */
export function UploadDesk() {
  const rows = useSyncExternalStore(queue.subscribe, () => queue.rows)
  const slot = useSlot()
  useWarningOnLeave(rows.some(isUnderWay))
  useDrawnAnew(rows.filter(isAdded).length)
  useEffect(() => openDealOf(rows), [rows])
  return (
    <>
      <DropOverlay />
      {rows.length > 0 &&
        createPortal(<QueuePanel queue={queue} rows={rows} sheet={slot === null} />, slot ?? document.body)}
    </>
  )
}

/** Where the page wants the queue; null where it has no place for it, and a sheet stands in. */
function useSlot(): Element | null {
  const path = usePathname()
  const [slot, setSlot] = useState<Element | null>(null)
  useEffect(() => setSlot(path === '/' ? document.getElementById('upload-queue') : null), [path])
  return slot
}

function useWarningOnLeave(busy: boolean) {
  useEffect(() => {
    if (!busy) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [busy])
}

/** How long the page may be behind while many files come in, in milliseconds. */
const lag = 600

/** Draw a page that shows the library anew when filings were added, once for several that come close together. */
function useDrawnAnew(added: number) {
  const router = useRouter()
  const path = usePathname()
  const isOfLibrary = path === '/' || path.startsWith('/deals/')
  useEffect(() => {
    if (added === 0 || !isOfLibrary) return
    const timer = setTimeout(() => router.refresh(), lag)
    return () => clearTimeout(timer)
  }, [added, isOfLibrary, router])
}

function isAdded({ standing }: Row): boolean {
  return standing.is === 'done' && standing.answer.status === 'added'
}

function openDealOf(rows: readonly Row[]) {
  const standing = rows.find(({ id }) => id === alone)?.standing
  if (standing?.is !== 'done' || standing.answer.status === 'refused') return
  alone = null
  if (standing.answer.deal) location.assign(standing.answer.deal.url)
}
