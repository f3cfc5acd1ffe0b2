// A real mail server for the tests of the Rust server: listens on a port of its own, says which, and prints each mail it
// took as one line of JSON.
//
// SMTP_PORT names the port; any free one otherwise. SMTP_TLS is `starttls` or `always`, with the certificate SMTP_CERT and its
// key SMTP_KEY as PEM; SMTP_LOGIN, `user:password`, is what it wants to hear before it takes anything.
//
//   node smtp.mjs [take|refuse|defer|hang|mute|garbage|drop|refuse-all]
//
//   take        takes everything
//   refuse      says 550 to every recipient, naming him
//   defer       says 451 to every recipient
//   hang        greets, and takes the letter, but never says that it did
//   mute        never greets
//   garbage     is no mail server at all
//   drop        closes the connection in the middle of the letter
//   refuse-all  says 554 instead of greeting
//
// Another word on standard input changes the mode; its end ends the server.
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

let mode = process.argv[2] ?? "take";
const say = (thing) => process.stdout.write(`${JSON.stringify(thing)}\n`);
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

const { SMTP_TLS: tls = "", SMTP_CERT: cert, SMTP_KEY: key, SMTP_LOGIN: login = "" } = process.env;

const mail = new SMTPServer({
  authOptional: login === "",
  allowInsecureAuth: tls === "",
  secure: tls === "always",
  ...(tls !== "" && { cert, key }),
  disabledCommands: tls === "starttls" ? [] : ["STARTTLS"],
  disableReverseLookup: true,
  logger: false,
  onConnect: (_session, done) => (mode === "refuse-all" ? done(refusal(554, "5.3.2 no service here")) : done()),
  onAuth({ username, password }, _session, done) {
    return `${username}:${password}` === login ? done(null, { user: username }) : done(refusal(535, "5.7.8 unknown here"));
  },
  onRcptTo(address, _session, done) {
    if (mode === "refuse") return done(refusal(550, `5.1.1 <${address.address}> is unknown here`));
    if (mode === "defer") return done(refusal(451, "4.7.1 come again later"));
    return done();
  },
  onData(stream, session, done) {
    if (mode === "drop") {
      stream.once("data", () => dropAll());
      return stream.resume();
    }
    return simpleParser(stream, { keepCidLinks: true }).then((parsed) => {
      say({
        from: parsed.from?.text,
        to: parsed.to?.text,
        recipients: session.envelope.rcptTo.map((to) => to.address),
        connection: session.id,
        secure: session.secure,
        user: session.user,
        subject: parsed.subject,
        messageId: parsed.messageId,
        headers: parsed.headerLines.map((line) => line.line),
        text: parsed.text,
        html: parsed.html,
        attachments: parsed.attachments.map((file) => ({
          name: file.filename,
          type: file.contentType,
          content: file.content.toString("utf8"),
        })),
      });
      if (mode !== "hang") done();
    }, done);
  },
});
mail.on("error", () => {}); // connections that break are what this is for

// In front of it, so that nonsense can be talked on the same port.
const open = new Set();
const dropAll = () => open.forEach((socket) => socket.destroy());
const front = createServer((socket) => {
  open.add(socket);
  socket.on("error", () => {}).on("close", () => open.delete(socket));
  if (mode === "mute") return socket.resume();
  if (mode === "garbage") return socket.write("\u0000\u0001 HTTP/1.1 200 what?\r\n".repeat(3));
  return mail.server.emit("connection", socket);
});
front.listen(Number(process.env.SMTP_PORT ?? 0), "127.0.0.1", () => say({ port: front.address().port }));

createInterface({ input: process.stdin })
  .on("line", (line) => {
    mode = line.trim();
    say({ mode });
  })
  .on("close", () => process.exit(0));
