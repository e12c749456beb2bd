import { describe, expect, test } from "vitest";

import { makeStorage } from "../accounts/testing.ts";
import { OpenVault, type Opened, type VaultOptions } from "./open-vault.ts";
import { newRecoveryCode } from "./recovery-code.ts";
import { rememberIn } from "./remembered.ts";
import type { BoxStore } from "./vault-api.ts";

const passphrase = "a quiet corner by the window";
const person = "person-maya";

/** The server's side, in memory; `versions` is all that it was ever given. */
function makeServer() {
  const versions: string[] = [];
  const boxes: BoxStore = {
    get: async () => ({
      ok: true,
      value: { version: versions.length, box: versions.at(-1) ?? null },
    }),
    put: async (version, box) => {
      if (version !== versions.length) return { ok: false, problem: "vault-conflict" };
      versions.push(box);
      return { ok: true, value: { version: versions.length } };
    },
  };
  return { versions, boxes };
}

/** One of a person's devices, with a memory of its own. */
const deviceOf = (boxes: BoxStore): VaultOptions => ({
  person,
  boxes,
  remembered: rememberIn(makeStorage(), person),
});

function vaultOf(opened: Opened): OpenVault {
  if (!opened.ok) throw new Error(opened.problem);
  return opened.vault;
}

const note = (vault: OpenVault) => vault.doc.getText("note");

async function begun() {
  const server = makeServer();
  const code = newRecoveryCode();
  const phone = deviceOf(server.boxes);
  const vault = vaultOf(await OpenVault.begin(phone, { passphrase, code }));
  return { server, code, phone, vault };
}

describe("a vault", () => {
  test("is there again on another device, for who knows the passphrase or the code", async () => {
    const { server, code, vault } = await begun();
    note(vault).insert(0, "a heavy week");
    expect(await vault.save()).toBeNull();
    for (const typed of [{ passphrase }, { code }]) {
      const again = vaultOf(await OpenVault.open(deviceOf(server.boxes), typed));
      expect(note(again).toJSON()).toBe("a heavy week");
    }
    const wrong = await OpenVault.open(deviceOf(server.boxes), { passphrase: "guess" });
    expect(wrong).toEqual({ ok: false, problem: "wrong-key" });
  });

  test("merges what two devices wrote at once, whoever is faster", async () => {
    const { server, vault } = await begun();
    const other = vaultOf(await OpenVault.open(deviceOf(server.boxes), { passphrase }));
    note(vault).insert(0, "from the phone. ");
    note(other).insert(0, "from the desk. ");
    expect(await Promise.all([vault.save(), other.save()])).toEqual([null, null]);
    expect(await vault.save()).toBeNull();
    const again = vaultOf(await OpenVault.open(deviceOf(server.boxes), { passphrase }));
    for (const words of ["from the phone", "from the desk"])
      expect(note(again).toJSON()).toContain(words);
  });

  test("S20 notices that the server gives an older box, and opens it only when told to", async () => {
    const { server, phone, vault } = await begun();
    note(vault).insert(0, "one");
    await vault.save();
    const before = server.versions.length;
    note(vault).insert(0, "two ");
    await vault.save();
    server.versions.length = before;
    expect(await OpenVault.open(phone, { passphrase })).toEqual({ ok: false, problem: "older" });
    const told = await OpenVault.open(phone, { passphrase }, { evenIfOlder: true });
    expect(note(vaultOf(told)).toJSON()).toBe("one");
  });

  test("S20 notices an older box under a newer number", async () => {
    const { server, phone, vault } = await begun();
    const [first = ""] = server.versions;
    note(vault).insert(0, "one");
    await vault.save();
    server.versions.push(first);
    expect(await OpenVault.open(phone, { passphrase })).toEqual({
      ok: false,
      problem: "not-understood",
    });
  });

  test("opens by the new passphrase alone once it was changed; the recovery code stays", async () => {
    const { server, code, vault } = await begun();
    note(vault).insert(0, "kept");
    expect(await vault.changePassphrase("another evening entirely")).toBeNull();
    const device = deviceOf(server.boxes);
    expect((await OpenVault.open(device, { passphrase })).ok).toBe(false);
    for (const typed of [{ passphrase: "another evening entirely" }, { code }])
      expect(note(vaultOf(await OpenVault.open(device, typed))).toJSON()).toBe("kept");
    const fresh = newRecoveryCode();
    expect(await vault.changeRecoveryCode(fresh)).toBeNull();
    expect((await OpenVault.open(device, { code })).ok).toBe(false);
    expect((await OpenVault.open(device, { code: fresh })).ok).toBe(true);
  });

  test("changed on one device while another writes keeps both: the new passphrase and the words", async () => {
    const { server, vault } = await begun();
    const other = vaultOf(await OpenVault.open(deviceOf(server.boxes), { passphrase }));
    await other.changePassphrase("another evening entirely");
    note(vault).insert(0, "meanwhile");
    expect(await vault.save()).toBeNull();
    const device = deviceOf(server.boxes);
    expect((await OpenVault.open(device, { passphrase })).ok).toBe(false);
    const again = await OpenVault.open(device, { passphrase: "another evening entirely" });
    expect(note(vaultOf(again)).toJSON()).toBe("meanwhile");
  });

  test("never goes over one that was begun anew with another key", async () => {
    const { server, vault } = await begun();
    const elsewhere = makeServer();
    const fresh = await OpenVault.begin(deviceOf(elsewhere.boxes), {
      passphrase: "new",
      code: newRecoveryCode(),
    });
    expect(fresh.ok).toBe(true);
    server.versions.push(elsewhere.versions[0] ?? "");
    note(vault).insert(0, "old");
    expect(await vault.save()).toBe("wrong-key");
    expect(server.versions).toHaveLength(2);
  });

  test("says that it could not be sent, and sends it when it can", async () => {
    const { server, code } = await begun();
    let down = true;
    const boxes: BoxStore = {
      get: server.boxes.get,
      put: async (version, box) =>
        down ? { ok: false, problem: "unreachable" } : await server.boxes.put(version, box),
    };
    const vault = vaultOf(await OpenVault.open(deviceOf(boxes), { code }));
    note(vault).insert(0, "later");
    expect(await vault.save()).toBe("unreachable");
    down = false;
    expect(await vault.save()).toBeNull();
  });

  test("S1 sends nothing of what is written in the clear, and sizes that tell little", async () => {
    const { server, vault } = await begun();
    note(vault).insert(0, "I am not sure I want to stay");
    await vault.save();
    note(vault).insert(0, "x".repeat(500));
    await vault.save();
    const sizes = new Set(server.versions.map((box) => box.length));
    expect(sizes.size).toBe(1);
    for (const box of server.versions) expect(atob(box)).not.toMatch(/not sure|stay/);
  });

  test("that was closed holds no words any more, and sends none", async () => {
    const { server, vault } = await begun();
    note(vault).insert(0, "gone");
    vault.close();
    expect(await vault.save()).toBeNull();
    expect(server.versions).toHaveLength(1);
  });
});
