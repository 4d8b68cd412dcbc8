'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef, useTransition } from 'react'
import { isForNewTab, syncField } from '@/components/shell/soft-navigation.ts'
import { addressOfForm } from './form-address.ts'

/** Makes the forms and links of a question answer in place: the same addresses, without a new page. */
export function LiveQuestion({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const [busy, startTransition] = useTransition()
  useEffect(() => {
    const stop = new AbortController()
    const go = (href: string, how: 'push' | 'replace') =>
      startTransition(() => router[how](href, { scroll: false }))
    const listen = (type: string, answer: (event: Event) => void) =>
      box.current?.addEventListener(type, answer, { signal: stop.signal })
    listen('submit', event => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || form.dataset.live === undefined) return
      event.preventDefault()
      // An edge that is dragged changes the address that it began at; a button or Enter makes a new one.
      const how = event instanceof SubmitEvent && event.submitter ? 'push' : 'replace'
      go(addressOfForm(new URL(form.action).pathname, new FormData(form)), how)
    })
    listen('click', event => {
      const link = event.target instanceof Element ? event.target.closest('a[data-soft]') : null
      if (!link || isForNewTab(event)) return
      event.preventDefault()
      go(link.getAttribute('href') ?? '/', 'push')
    })
    return () => stop.abort()
  }, [router])
  useEffect(() => box.current?.querySelectorAll<HTMLInputElement>('[data-sync]').forEach(syncField))
  return (
    <div ref={box} aria-busy={busy} className="ask-live">
      {children}
    </div>
  )
}
