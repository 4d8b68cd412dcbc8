import type { ReactNode } from 'react'

/** A page with one thing to say and what can be done: not found, gone wrong. */
export function Message({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className="flex w-full flex-1 flex-col px-4 py-16 sm:px-8 sm:py-24">
      <div className="max-w-[60ch]">
        <MissingLayer />
        <h1 className="text-2xl/8 font-bold tracking-tight">{title}</h1>
        {children}
      </div>
    </main>
  )
}

/** The mark with a layer that is not there. */
function MissingLayer() {
  return (
    <svg width="80" height="64" viewBox="0 0 80 64" aria-hidden="true" className="mb-6">
      <path fill="currentColor" d="M0 0h80v16H0z" />
      <path fill="none" stroke="var(--control)" strokeDasharray="4 3" d="M.5 24.5h51v15h-51z" />
      <path fill="var(--ink-3)" d="M0 48h28v16H0z" />
    </svg>
  )
}
