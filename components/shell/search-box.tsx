'use client'
import { type ComponentType, useCallback, useEffect, useId, useRef, useState } from 'react'
import type { SuggestionsProps } from './search-suggestions.tsx'

/**
 * The search of the top bar: a combobox that offers deals, names and figures as somebody types. What it offers is loaded when
 * the field is first used. Without a script, and with nothing chosen, it searches the library.
 */
export function SearchBox({ label }: { label: string }) {
  const field = useRef<HTMLInputElement>(null)
  const [Suggestions, setSuggestions] = useState<ComponentType<SuggestionsProps> | null>(null)
  const id = useId()
  const load = useCallback(() => {
    import('./search-suggestions.tsx').then(
      ({ SearchSuggestions }) => setSuggestions(() => SearchSuggestions),
      // Without it the field searches all the same.
      () => undefined,
    )
  }, [])
  // The field may have the focus before this script has come.
  useEffect(() => {
    if (document.activeElement === field.current) load()
  }, [load])
  return (
    <>
      <input
        ref={field}
        type="search"
        name="q"
        role="combobox"
        aria-expanded={false}
        aria-controls={id}
        aria-autocomplete="list"
        placeholder="Search deals, series, parties, figures"
        autoComplete="off"
        maxLength={200}
        data-search
        aria-label={label}
        onFocus={load}
      />
      {Suggestions ? <Suggestions field={field} id={id} /> : <div id={id} hidden />}
    </>
  )
}
