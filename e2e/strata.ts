import path from 'node:path'
import { test as base, expect } from '@playwright/test'
import { type Strata, withStrata } from '../lib/server/with-strata.ts'

export { expect }

/**
 * Playwright's test on a Strata of its own. A console warning, a console error, an uncaught error or a request to
 * another host fails the test.
 */
export const test = base.extend<{ strata: Strata; clean: undefined }>({
  strata: async ({ browserName: _ }, use) => withStrata(use),
  baseURL: async ({ strata }, use) => use(strata.url),
  clean: [
    async ({ context, strata }, use) => {
      const complaints: string[] = []
      context.on('console', message => {
        if (['warning', 'error'].includes(message.type())) complaints.push(message.text())
      })
      context.on('weberror', error => complaints.push(error.error().message))
      context.on('request', request => {
        if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(strata.url))
          complaints.push(`asked another host: ${request.url()}`)
      })
      await use(undefined)
      expect(complaints, 'nothing is complained of in the console').toEqual([])
    },
    { auto: true },
  ],
})

/** Path of a sample filing that Strata ships. */
export function samplePath(name: string): string {
  return path.join(import.meta.dirname, '../public/samples', name)
}
