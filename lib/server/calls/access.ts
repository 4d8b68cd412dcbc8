import { z } from 'zod'
import { endedPersonSchema, newLinkSchema } from '../link-answers.ts'
import { bodyOf, harborPoint, inPath, inQuery, type Operation } from './operation.ts'

const needsProvider = 'Needs a provider that people sign in with; without one this answers 404.'
const needsSignIn = 'Needs people to sign in (STRATA_AUTH); else this answers 404.'

const notHere = { 404: 'Error' } as const
const changes = {
  303: 'text/html',
  400: 'Error',
  403: 'Error',
  404: 'Error',
  415: 'Error',
  503: 'Error',
} as const

/** Who may do what, where STRATA_AUTH is set; these examples are of a Strata where it is not. */
export const accessOperations: Operation[] = [
  {
    method: 'get',
    path: '/api/sign-in',
    summary: 'Where people sign in by OpenID Connect: leads to the provider’s page.',
    parameters: [inQuery('to', 'Where to go on: an address of this site without its host.')],
    answers: { 303: 'text/html', 404: 'Error' },
    example: { path: '/api/sign-in?to=/trends', status: 404, needs: needsProvider },
  },
  {
    method: 'get',
    path: '/api/sign-in/callback',
    summary: 'Where the provider leads people back to.',
    answers: { 303: 'text/html', 404: 'Error' },
    example: { path: '/api/sign-in/callback', status: 404, needs: needsProvider },
  },
  {
    method: 'post',
    path: '/api/sign-out',
    summary: 'Sign out: the browser forgets who it was.',
    requestBody: bodyOf(z.object({})),
    answers: { 200: 'SignedOut', 303: 'text/html', 400: 'Error', 403: 'Error', 404: 'Error', 415: 'Error' },
    example: { path: '/api/sign-out', body: {}, status: 404, needs: needsProvider },
  },
  {
    method: 'get',
    path: '/api/links',
    summary: 'The links that need no account, the latest first: to one address, or all. For editors.',
    parameters: [inQuery('address', 'What they open: the address of a deal, a comparison or a search.')],
    answers: { 200: 'Links', 400: 'Error', ...notHere, 503: 'Error' },
    example: { path: `/api/links?address=/deals/${harborPoint}`, status: 404, needs: needsSignIn },
  },
  {
    method: 'post',
    path: '/api/links',
    summary:
      'Make a link to a deal, a comparison or a search, for some days or until it is withdrawn. Its address is told this once. For editors.',
    requestBody: bodyOf(newLinkSchema),
    answers: { 200: 'LinkMade', ...changes },
    example: {
      path: '/api/links',
      body: { address: `/deals/${harborPoint}`, days: 30 },
      status: 404,
      needs: needsSignIn,
    },
  },
  {
    method: 'post',
    path: '/api/links/{id}/withdraw',
    summary: 'Withdraw a link: from now on it opens nothing. For editors.',
    parameters: [inPath('id')],
    requestBody: bodyOf(z.object({})),
    answers: { 200: 'LinkWithdrawn', ...changes },
    example: { path: '/api/links/x/withdraw', body: {}, status: 404, needs: needsSignIn },
  },
  {
    method: 'post',
    path: '/api/sessions/end',
    summary:
      'End all sessions of somebody before their time, in whichever browsers: with the next request they have to sign in again. `who` is as the log has it. For owners.',
    requestBody: bodyOf(endedPersonSchema),
    answers: { 200: 'SessionsEnded', ...changes },
    example: {
      path: '/api/sessions/end',
      body: { who: 'ada@desk.example' },
      status: 404,
      needs: needsProvider,
    },
  },
  {
    method: 'get',
    path: '/api/log',
    summary: 'Who did what, the latest first. For owners.',
    parameters: [inQuery('before', 'What an answer before gave as `next`.')],
    answers: { 200: 'Log', ...notHere, 503: 'Error' },
    example: { path: '/api/log', status: 404, needs: needsSignIn },
  },
]
