'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useTransition } from 'react'
import { isForNewTab, syncField } from '@/components/shell/soft-navigation.ts'

/** How long to wait after a key before searching, in milliseconds. */
const pause = 180
/** How often the page is drawn anew while what it shows changes by itself, in milliseconds. */
const lookAgainEvery = 2000

type Props = { isChanging: boolean; children: ReactNode }

/** Makes the forms and links of the library answer in place: the same addresses, without a new page. */
export function LiveLibrary({ isChanging, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const [busy, startTransition] = useTransition()
  useEffect(() => {
    const go: Go = (href, how, scroll = false) => startTransition(() => router[how](href, { scroll }))
    return box.current ? answerInPlace(box.current, go) : undefined
  }, [router])
  useEffect(() => {
    if (!isChanging) return
    const looking = setInterval(() => startTransition(() => router.refresh()), lookAgainEvery)
    return () => clearInterval(looking)
  }, [isChanging, router])
  // Whatever the page shows now is what its fields say, but for the one that somebody is at.
  useEffect(() => box.current?.querySelectorAll<HTMLInputElement>('[data-sync]').forEach(syncField))
  return (
    <div ref={box} aria-busy={busy}>
      {children}
    </div>
  )
}

type Go = (href: string, how: 'push' | 'replace', scroll?: boolean) => void

/** Listen for typing, submitting and links of the box; gives back how to stop. */
function answerInPlace(box: HTMLElement, go: Go): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = new AbortController()
  const listen = (type: string, answer: (event: Event) => void) =>
    box.addEventListener(type, answer, { signal: stop.signal })
  listen('input', event => {
    if (tickAll(box, event.target)) return
    slide(event.target)
    clearTimeout(timer)
    timer = setTimeout(() => searchBy(event.target, go), pause)
  })
  listen('submit', event => {
    if (!searchBy(event.target, go)) return
    event.preventDefault()
    clearTimeout(timer)
  })
  listen('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a[data-soft]') : null
    if (!link || isForNewTab(event)) return
    event.preventDefault()
    go(link.getAttribute('href') ?? '/', 'push', link.getAttribute('data-soft') === 'top')
  })
  // The browser's way back changes the address, not what stands in the field.
  addEventListener('popstate', () => showSearched(box), { signal: stop.signal })
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}

/** A slider writes what it stands at into the field of its end, and nothing where it stands at the end of its axis. */
function slide(target: EventTarget | null): void {
  if (!(target instanceof HTMLInputElement) || target.type !== 'range') return
  const { end } = target.dataset
  const field = target.form?.querySelector<HTMLInputElement>(`input[name][data-end="${end}"]`)
  const isOpen = target.value === (end === 'low' ? target.min : target.max)
  if (field) field.value = isOpen ? '' : target.value
}

/** Tick the rows as the tick over them is; false when the thing is none of these ticks. */
function tickAll(box: HTMLElement, tick: EventTarget | null): boolean {
  const rows = [...box.querySelectorAll<HTMLInputElement>('input[name="deals"]')]
  const all = box.querySelector<HTMLInputElement>('[data-tick-all]')
  if (tick !== all && !rows.some(row => row === tick)) return false
  if (all && tick === all) for (const row of rows) row.checked = all.checked
  else if (all) all.checked = rows.every(row => row.checked)
  if (all) all.indeterminate = !all.checked && rows.some(row => row.checked)
  return true
}

/** Go to what a live form asks for, its empty fields left out; false when the thing is in no such form. */
function searchBy(within: EventTarget | null, go: Go): boolean {
  const form = within instanceof Element ? within.closest('form[data-live]') : null
  if (!(form instanceof HTMLFormElement)) return false
  const asked = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value) asked.set(name, value)
  go(asked.size === 0 ? '/' : `/?${asked}`, 'replace')
  return true
}

function showSearched(box: HTMLElement) {
  const field = box.querySelector<HTMLInputElement>('input[name="q"]')
  if (field) field.value = new URLSearchParams(location.search).get('q') ?? ''
}
