import { nameCall } from './allowed-methods.ts'

/** What pages of the site are counted as, by the first part of their path. */
const pages = ['deals', 'compare', 'trends', 'deleted', 'edgar', 'api'] as const

/**
 * What a request is counted as: the name of its call (`get-deals-slug-tail`), `page-` and what the page is of, or `file`. There
 * are few, whatever is asked for, and none holds anything of an address that names a filing or a deal.
 */
export function requestKind(url: string, method: string): string {
  const path = url.split('?', 1)[0] ?? ''
  if (/^\/api\/./.test(path)) return nameCall(url, method) ?? 'unknown-call'
  if (path.startsWith('/_next/') || /\.[^/]*$/.test(path)) return 'file'
  const first = path.split('/')[1] ?? ''
  if (first === '') return 'page-library'
  return `page-${pages.find(name => name === first) ?? 'other'}`
}

/** Calls that tell how the service is are never held back, however much their asker has under way. */
export function isForWatchers(url: string): boolean {
  return /^\/api\/(?:health(?:\/live)?|metrics)\/?(?:\?|$)/.test(url)
}

/** True for a request that sends files, or has them fetched. */
export function isUpload(url: string, method: string): boolean {
  return method === 'POST' && /^\/api\/(?:filings|edgar(?:\/documents)?)\/?(?:\?|$)/.test(url)
}
