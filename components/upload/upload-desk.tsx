'use client'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { addAll } from '@/lib/add-all.ts'
import { BrokenOff } from './broken-off.tsx'
import { DropOverlay } from './drop-overlay.tsx'
import type { Handed } from './handed.ts'
import { openFolders } from './open-folders.ts'
import { keepProgress, leastToKeep, readKept } from './progress-kept.ts'
import { isUnderWay, type Row, UploadQueue } from './queue.ts'
import { QueuePanel } from './queue-panel.tsx'
import { sendFile } from './send-file.ts'

const queue = new UploadQueue(sendFile)
/** The file that came alone: when it is in the library, new or known, its deal is what the reader wants to see. */
let alone: number | null = null

const tooMany =
  'This is more than 100,000 files, and those beyond were left out. Choose folders of it one after another, or have them imported on the machine that runs Strata: npm run import.'

/** Take files and folders into the queue, as they are found. */
export async function receive(things: readonly Handed[]) {
  const ids: number[] = []
  const doneBefore = readKept()?.done
  const isWhole = await openFolders(things, picked => addAll(ids, queue.add(picked, doneBefore)))
  alone = ids.length === 1 && queue.rows.filter(isUnderWay).length === 1 ? (ids[0] ?? null) : null
  if (!isWhole) alert(tooMany)
}

/** An accession number or an address at sec.gov, and nothing else. */
const edgarAddress = /^(?:\d{10}-?\d{2}-?\d{6}|(?:https:\/\/)?www\.sec\.gov\/\S{1,400})$/i

/** Have fetched what a text pasted onto the page, not into a field, names at EDGAR. */
export function receivePasted(text: string, target: EventTarget | null) {
  const isTyping = target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null
  if (edgarAddress.test(text) && !isTyping) receiveAddress(text)
}

/** Do what a form asks for: the sample filings, or what its field names at EDGAR, which is left empty for the next. */
export function receiveForm(form: HTMLFormElement) {
  const field = form.elements.namedItem('address')
  if (!(field instanceof HTMLInputElement)) return receiveSamples().catch(() => form.submit())
  const address = field.value.trim()
  field.value = ''
  if (address !== '') receiveAddress(address)
}

/** Have a filing fetched from EDGAR; like a file that came alone it leads to its deal. */
function receiveAddress(address: string) {
  const id = queue.addAddress(address)
  alone = queue.rows.filter(isUnderWay).length === 1 ? id : null
}

/** Fetch the sample filings and take them in like any others. */
async function receiveSamples() {
  const { fetchSamples } = await import('./fetch-samples.ts')
  queue.add(await fetchSamples())
}

/** Shows what is being dropped and what became of it; loaded by `UploadGate`. */
export function UploadDesk() {
  const rows = useSyncExternalStore(queue.subscribe, () => queue.rows)
  const slot = useSlot()
  useProgressKept(rows)
  useWarningOnLeave(rows.some(isUnderWay))
  useDrawnAnew(rows.filter(isAdded).length)
  useEffect(() => openDealOf(rows), [rows])
  return (
    <>
      <DropOverlay />
      {rows.length > 0 &&
        createPortal(<QueuePanel queue={queue} rows={rows} sheet={slot === null} />, slot ?? document.body)}
      {rows.length === 0 && slot && createPortal(<BrokenOff />, slot)}
    </>
  )
}

/** How often it is kept how far a long upload is, in milliseconds. */
const keepEveryMs = 2000

/** Keep how far a long upload is, now and then and when the page is left. */
function useProgressKept(rows: readonly Row[]) {
  const latest = useRef(rows)
  useEffect(() => {
    latest.current = rows
  }, [rows])
  const isLong = rows.length >= leastToKeep
  const isOver = !rows.some(isUnderWay)
  useEffect(() => {
    if (!isLong) return
    const keep = () => keepProgress(latest.current)
    const timer = setInterval(keep, keepEveryMs)
    addEventListener('pagehide', keep)
    return () => {
      clearInterval(timer)
      removeEventListener('pagehide', keep)
      keep()
    }
  }, [isLong])
  useEffect(() => {
    if (isLong && isOver) keepProgress(latest.current)
  }, [isLong, isOver])
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

/** How long the page may be behind while a few files come in, and while hundreds do, in milliseconds. */
const lag = { few: 600, many: 5000 }

/** Draw a page that shows the library anew when filings were added, once for several that come close together. */
function useDrawnAnew(added: number) {
  const router = useRouter()
  const path = usePathname()
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const isOfLibrary = path === '/' || path.startsWith('/deals/')
  useEffect(() => {
    if (added === 0 || !isOfLibrary) return
    timer.current ??= setTimeout(
      () => {
        timer.current = null
        router.refresh()
      },
      added < leastToKeep ? lag.few : lag.many,
    )
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
