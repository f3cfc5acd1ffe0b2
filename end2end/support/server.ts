import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beginsToLook, sumsUp } from './figures.ts'

/** The root of the checkout. */
export const root = resolve(import.meta.dirname, '../..')

/** Somebody of the staff. */
export interface Colleague {
  login: string
  password: string
}

/** Whom the tests may be at the desk; made when the server starts. */
export const agent: Colleague = { login: 'e2e-agent', password: 'e2e-agent-password' }
export const supervisor: Colleague = { login: 'e2e-supervisor', password: agent.password }
export const finance: Colleague = { login: 'e2e-finance', password: agent.password }
export const service: Colleague = { login: 'e2e-service', password: agent.password }

/** Tells the sandbox to take the text messages to a number so from now on. */
export async function takesTexts(mood: 'ok' | 'refuse', to: string): Promise<void> {
  const address = `${process.env.SANDBOX_URL ?? 'http://127.0.0.1:3100'}/control`
  const reply = await fetch(address, { method: 'POST', body: JSON.stringify({ sms: mood, to }) })
  if (!reply.ok) throw new Error(`the sandbox answers ${reply.status}`)
}

/** Starts the release server and the payment sandbox on free ports with fresh data; returns what stops them. SITE_URL names a running one. */
export default async function start(): Promise<() => Promise<void>> {
  beginsToLook()
  if (process.env.SITE_URL) return async () => sumsUp()
  const program = process.env.SERVER ?? join(root, 'target/release/server')
  const provider = process.env.SANDBOX ?? join(root, 'target/release/sandbox')
  for (const built of [program, provider]) {
    if (!existsSync(built)) throw new Error(`${built} is not built: run "make build"`)
  }

  const folder = mkdtempSync(join(tmpdir(), 'yueding-e2e-'))
  const [port, providerPort, mailPort] = [await freePort(), await freePort(), await freePort()]
  const mails = join(folder, 'mails.jsonl')
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...process.env,
    SANDBOX_LISTEN: `127.0.0.1:${providerPort}`,
    SANDBOX_DATA: join(folder, 'sandbox.db'),
    SANDBOX_LOG: 'error',
    PAY_GATEWAY_URL: `http://127.0.0.1:${providerPort}`,
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    SMTP_PORT: String(mailPort),
    SMS_WEBHOOK_URL: `http://127.0.0.1:${providerPort}/v1/sms`,
    DATABASE_URL: `sqlite:${join(folder, 'e2e.db')}`,
    LISTEN: `127.0.0.1:${port}`,
    APP_ORIGIN: url,
    // Each test has an address of its own, so that limits by address see different people.
    TRUSTED_PROXY: 'true',
    STAFF_PASSWORD: agent.password,
    LOG: process.env.LOG ?? 'warn',
  }
  const command = (...args: string[]) => {
    const done = spawnSync(program, args, { cwd: root, env, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`server ${args.join(' ')}: ${done.stdout}${done.stderr}`)
  }
  command('migrate')
  command('seed')
  command('staff', 'add', '--login', agent.login, '--name', '林晓', '--role', 'agent')
  command('staff', 'add', '--login', supervisor.login, '--name', '周敏', '--role', 'supervisor')
  command('staff', 'add', '--login', finance.login, '--name', '孙岚', '--role', 'finance')
  command('staff', 'add', '--login', service.login, '--name', '陈洁', '--role', 'service')

  // Standard input stays open: its end would end the mail server.
  const mailer = spawn(process.execPath, [join(import.meta.dirname, 'smtp.mjs')], { env, stdio: ['pipe', openSync(mails, 'a'), 'inherit'] })
  const sandbox = spawn(provider, [], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  await answers(`http://127.0.0.1:${providerPort}/sms`, sandbox)
  const server = spawn(program, ['serve'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  await answers(`${url}/readyz`, server)
  process.env.SITE_URL = url
  process.env.SANDBOX_URL = env.PAY_GATEWAY_URL
  process.env.MAILS = mails
  return async () => {
    sumsUp()
    server.kill('SIGKILL')
    sandbox.kill('SIGKILL')
    mailer.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const socket = createServer().once('error', failed)
    socket.listen(0, '127.0.0.1', () => {
      const address = socket.address()
      socket.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no port'))))
    })
  })
}

async function answers(page: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`${server.spawnfile} ended at its start`)
    const ready = await fetch(page).then((reply) => reply.ok, () => false)
    if (ready) return
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error(`${server.spawnfile} does not answer`)
}
