const TYPE = 'ssh-ed25519';
const MAGIC = 'openssh-key-v1\0';
/** Keys without a passphrase are padded to this. */
const BLOCK_BYTES = 8;
const LINE_LENGTH = 70;

/** An ed25519 public key of 32 bytes, as it stands in known_hosts. */
export function opensshPublicKey(point: Uint8Array): string {
  return `${TYPE} ${publicBlob(point).toString('base64')}`;
}

/** An ed25519 key of 32 bytes, with its public key, as a file of OpenSSH (PROTOCOL.key of its sources). */
export function opensshPrivateKey(seed: Uint8Array, point: Uint8Array): string {
  // The two numbers must be equal, to show that a passphrase was right; without one they say nothing.
  const check = Buffer.alloc(8);
  const comment = field('');
  const plain = Buffer.concat([
    check,
    field(TYPE),
    field(point),
    field(Buffer.concat([seed, point])),
    comment,
  ]);
  const missing = (BLOCK_BYTES - (plain.length % BLOCK_BYTES)) % BLOCK_BYTES;
  const padding = Buffer.from(Array.from({ length: missing }, (_, index) => index + 1));
  const [cipher, kdf, kdfOptions] = [field('none'), field('none'), field('')];
  const bytes = Buffer.concat([
    Buffer.from(MAGIC),
    ...[cipher, kdf, kdfOptions, number(1)],
    ...[field(publicBlob(point)), field(Buffer.concat([plain, padding]))],
  ]);
  const lines = bytes.toString('base64').match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? [];
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----', ''].join(
    '\n',
  );
}

function publicBlob(point: Uint8Array): Buffer {
  return Buffer.concat([field(TYPE), field(point)]);
}

/** Bytes after their length (RFC 4251, section 5). */
function field(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content as Uint8Array);
  return Buffer.concat([number(bytes.length), bytes]);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
