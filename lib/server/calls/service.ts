import type { Operation } from './operation.ts'

/** The service itself, and its door for assistants. */
export const serviceOperations: Operation[] = [
  {
    method: 'post',
    path: '/api/mcp',
    summary:
      'The Model Context Protocol for assistants, a request at a time: find_deals, get_deal, get_stratification, ask_tail, compare_deals, get_source_lines. It only reads.',
    requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } },
    answers: {
      200: 'text/event-stream',
      400: 'application/json',
      403: 'Error',
      415: 'application/json',
      503: 'Error',
    },
    example: {
      path: '/api/mcp',
      accept: 'application/json, text/event-stream',
      body: {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'find_deals', arguments: { words: 'harbor' } },
      },
    },
  },
  {
    method: 'get',
    path: '/api/health',
    summary: 'Ready or not: can the library be read and written?',
    answers: { 200: 'Health', 503: 'Error' },
    example: { path: '/api/health' },
  },
  {
    method: 'get',
    path: '/api/health/live',
    summary: 'Live: the service answers, whatever the library does. For who restarts what does not.',
    answers: { 200: 'Live' },
    example: { path: '/api/health/live' },
  },
  {
    method: 'get',
    path: '/api/metrics',
    summary:
      'Requests, uploads, queues, the library and memory in numbers, for Prometheus. Nothing in it names a filing or a deal.',
    answers: { 200: 'text/plain' },
    example: { path: '/api/metrics', accept: 'text/plain' },
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description.',
    answers: { 200: 'application/json' },
    example: { path: '/api/openapi.json' },
  },
]
