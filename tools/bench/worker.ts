import type { ExecutionContext } from '@cloudflare/workers-types'
import { sql } from 'drizzle-orm'
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'

import type { Bindings } from '../../worker/env.ts'
import { systemCall } from '../../worker/foundation/call/system-call.ts'
import main from '../../worker/index.ts'
import { withMatches } from '../../worker/talent/search/find-matches.ts'
import { asTyped } from '../../worker/talent/search/wanted.ts'
import { measureStage } from './measure-stage.ts'
import { plantPeople } from './people.ts'
import { prepareSigning, signAwards, wayOf } from './signing.ts'

const dialect = new SQLiteSyncDialect()

/** The product's Worker, with extra routes that the bench measures. Never deployed. */
export default {
  async fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/bench/bare') return Response.json({ ok: true })
    if (pathname === '/bench/d1-read') return Response.json(await oneRow(env))
    if (pathname === '/bench/d1-write') return Response.json(await oneWrite(env))
    if (pathname === '/bench/search') return Response.json(await search(env, searchParams))
    if (pathname === '/bench/search-sql') return Response.json(searchSql(env, searchParams))
    if (pathname === '/bench/people') {
      return Response.json(await plantPeople(env, searchParams.get('sealed') === 'yes'))
    }
    if (pathname === '/bench/template') {
      await prepareSigning(await request.json())
      return Response.json({ ok: true })
    }
    if (pathname === '/bench/signatures') {
      const [way, count] = [wayOf(searchParams.get('way')), Number(searchParams.get('count'))]
      return Response.json(await signAwards(env, way, count))
    }
    if (pathname === '/bench/stage') {
      return Response.json(await measureStage(env, Number(searchParams.get('stage'))))
    }
    return main.fetch(request, env, context)
  },
}

function oneRow(env: Bindings) {
  return env.DB.prepare('SELECT id, name FROM organizations LIMIT 1').first()
}

async function oneWrite(env: Bindings) {
  const { success } = await env.DB.prepare(
    "INSERT INTO counters VALUES ('bench', 0, 1, 1000000000) ON CONFLICT DO UPDATE SET n = n + 1",
  ).run()
  return { success }
}

/** The count query of every search, as the product runs it. */
async function search(env: Bindings, asked: URLSearchParams) {
  const { text, params } = searchSql(env, asked)
  const { results, meta } = await env.DB.prepare(text)
    .bind(...params)
    .all<{ n: number }>()
  return { n: results[0]?.n, rowsRead: meta.rows_read }
}

function searchSql(env: Bindings, asked: URLSearchParams) {
  const call = systemCall(env, 'bench')
  const criteria = asked.get('criteria') ?? '{}'
  const one = asTyped(asked.get('employer') ?? '', asked.get('opening') ?? '', criteria)
  const query = sql`WITH ${withMatches(call, one)} SELECT count(*) AS n FROM matches`
  const { sql: text, params } = dialect.sqlToQuery(query)
  return { text, params }
}
