"""Works out the expected values of these vectors by other means than the product: Python's standard
library and `cryptography` (pip install cryptography). Run it here: python3 compute.py

It reads award/award.unsigned.json, award.document.nq and award.proof-options.nq, and writes the rest of
award/ and computed.json. Nothing of it runs in a test.
"""

import hashlib
import hmac
import json
from datetime import date, datetime, timedelta, timezone
from fractions import Fraction
from math import sqrt
from pathlib import Path
from statistics import NormalDist, linear_regression, mean, pvariance, variance
from zoneinfo import ZoneInfo

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

here = Path(__file__).parent
issuer = "did:web:badges.example:organizations:harbour"
master = "f0e1d2c3b4a5968778695a4b3c2d1e0f0123456789abcdef0123456789abcdef"


def base58(octets):
    letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    number, text = int.from_bytes(octets, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        text = letters[rest] + text
    return "z" + "1" * (len(octets) - len(octets.lstrip(b"\0"))) + text


def write(name, value):
    (here / name).write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def seed_of(name):
    purpose, generation = name.split("-")
    info = f"{issuer}\n{purpose}\n{generation}".encode()
    kdf = HKDF(SHA256(), 32, salt=b"mettle issuer key v1", info=info)
    return kdf.derive(bytes.fromhex(master))


def multikey(name):
    key = Ed25519PrivateKey.from_private_bytes(seed_of(name)).public_key()
    return base58(b"\xed\x01" + key.public_bytes_raw())


def award():
    names = ["credential-1", "credential-2", "status-1", "status-2"]
    keys = {n: {"seedHex": seed_of(n).hex(), "publicKeyMultibase": multikey(n)} for n in names}
    write("award/keys.json", {"issuer": issuer, "masterSeedHex": master, "keys": keys})

    live = [f"{issuer}#{name}" for name in ("credential-1", "status-1")]
    methods = [
        {
            "id": id,
            "type": "Multikey",
            "controller": issuer,
            "publicKeyMultibase": keys[id.split("#")[1]]["publicKeyMultibase"],
        }
        for id in live
    ]
    contexts = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"]
    did = {"@context": contexts, "id": issuer}
    write("award/did.json", {**did, "verificationMethod": methods, "assertionMethod": live})

    document = (here / "award/award.document.nq").read_bytes()
    options = (here / "award/award.proof-options.nq").read_bytes()
    hashes = [hashlib.sha256(part).digest() for part in (options, document)]
    signature = Ed25519PrivateKey.from_private_bytes(seed_of("credential-1")).sign(b"".join(hashes))
    value = base58(signature)
    write(
        "award/award.hashes.json",
        {
            "documentHashHex": hashes[1].hex(),
            "proofValue": value,
            "recipientEmail": "wim@people.example",
        },
    )
    unsigned = json.loads((here / "award/award.unsigned.json").read_text())
    proof = {
        "type": "DataIntegrityProof",
        "created": unsigned["validFrom"],
        "verificationMethod": f"{issuer}#credential-1",
        "cryptosuite": "eddsa-rdfc-2022",
        "proofPurpose": "assertionMethod",
        "proofValue": value,
    }
    write("award/award.json", {**unsigned, "proof": [proof]})


def case(measure, name, input, expected, tolerance=None):
    return {
        "measure": measure,
        "scope": "core",
        "name": name,
        "input": input,
        "expected": expected,
        "tolerance": tolerance,
    }


def mac(key, text):
    return hmac.new(bytes.fromhex(key), text.encode(), hashlib.sha256).digest()


def pseudonym(employer, student):
    key = "a0" * 32
    octets = bytearray(mac(key, f"mettle/pseudonym/v1\n2027a\n{employer}\n{student}")[:16])
    octets[6] = octets[6] & 15 | 128
    octets[8] = octets[8] & 63 | 128
    text = octets.hex()
    parts = [text[:8], text[8:12], text[12:16], text[16:20], text[20:]]
    input = {"keyHex": key, "keyId": "2027a", "employerId": employer, "studentId": student}
    return case("pseudonym", student, input, {"pseudonym": "-".join(parts)})


def shuffle(segments, keys):
    p, key, employer, day = 2147483647, "3c" * 32, "employer-of-the-vectors", "2027-02-28"
    octets = mac(key, f"mettle/shuffle/v2\n{employer}\nb4a7\n{day}")
    u = [int.from_bytes(octets[4 * n : 4 * n + 4], "big") for n in range(5)]
    A, B, c = 2 * (u[0] % 8192) + 1, u[1] % segments, u[2] % p
    a, b = 1 + u[3] % (p - 1), u[4] % p
    segment = {k: (k + c) % p * segments // p for k in keys}
    order = sorted(keys, key=lambda k: ((A * segment[k] + B) % segments, (k * a + b) % p))
    input = {"key": key, "employerId": employer, "criteriaHash": "b4a7", "day": day}
    return case(
        "daily_shuffle",
        f"{segments} segments",
        {**input, "segments": segments, "shuffleKeys": keys},
        {
            **{"A": A, "B": B, "c": c, "a": a, "b": b},
            "segmentOf": [segment[k] for k in keys],
            "order": order,
        },
    )


def slot(local, zone):
    """The instants of a local time. One that the clocks skip does not convert back to itself."""
    at = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone))
    instants = sorted({at.replace(fold=fold).astimezone(timezone.utc) for fold in (0, 1)})
    shown = [instant.strftime("%Y-%m-%dT%H:%M:%SZ") for instant in instants]
    back = instants[0].astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    if back != datetime.fromisoformat(local):
        expected = {"problem": "slot-time-missing"}
    elif len(shown) == 2:
        expected = {"problem": "slot-time-ambiguous", "choices": shown}
    else:
        expected = {"utc": shown[0]}
    return case("slot_time", f"{local} {zone}", {"local": local, "zone": zone}, expected)


def outcome(held):
    def working_days(count):
        day = date.fromisoformat(held)
        while count:
            day += timedelta(days=1)
            count -= day.weekday() < 5
        return day.isoformat()

    expected = {"due": working_days(5), "lockedAfter": working_days(10)}
    return case("outcome_deadline", held, {"heldOn": held}, expected)


def estimate(name, ratings):
    mean, variance = 2.5, 0.7
    # By Bayes' rule, one rating after another; the product sums all precisions at once.
    for rating in ratings:
        gain = variance / (variance + rating["variance"])
        mean += gain * (rating["level"] - rating.get("shift", 0) - mean)
        variance *= 1 - gain
    error = sqrt(variance)
    share = NormalDist().cdf((mean - 2.5) / error)
    count = sum(2 if each.get("mentor") else each["variance"] <= 1.25 for each in ratings)
    decided = "proficient" if share >= 0.85 else "not yet" if share <= 0.2 else None
    expected = {
        "mean": mean,
        "standard_error": error,
        "probability": share,
        "count": count,
        "decision": decided if decided and count >= 3 else "needs more evidence",
    }
    input = {"prior": {"mean": 2.5, "variance": 0.7}, "ratings": ratings}
    return case("estimate", name, input, expected, 1e-9)


def peer(level, **more):
    return {"level": level, "variance": 1, **more}


def mentor(level):
    return {"level": level, "variance": 0.28, "mentor": True}

LEVELS = [1, 2, 3, 4]


def reviewer(name, kind, reviews):
    """Sums rating by rating, with the fractions of Python: no rounding before the end."""
    weight, new = (2, Fraction(1)) if kind == "peer" else (8, Fraction(28, 100))
    least = Fraction(1, 4) if kind == "peer" else Fraction(15, 100)
    pairs = [
        (t, y, Fraction(str(each.get("reference_variance", 0))))
        for each in reviews
        for t, y in zip(each["reference"], each["rating"])
    ]
    shift = unsure = Fraction(0)
    n = len(reviews)
    if kind == "peer" and n >= 8:
        means = [
            mean([Fraction(y - t) for t, y in zip(each["reference"], each["rating"])])
            for each in reviews
        ]
        centre, spread = mean(means), variance(means)
        if centre and centre**2 >= 4 * spread / n:
            shift = max(Fraction(-3, 4), min(Fraction(3, 4), centre * n / (n + 4)))
            unsure = spread / (n + 4)
    parts = []
    for level in LEVELS:
        own = [(y - t - shift) ** 2 - a for t, y, a in pairs if t == level]
        parts.append((weight * new + sum(own)) / (weight + len(own)))
    v = max(least, unsure + mean(parts))
    slope = None
    if len(pairs) >= 16:
        known, given = [t for t, _, _ in pairs], [y for _, y, _ in pairs]
        if pvariance(known) >= 0.5:
            slope = linear_regression(known, given).slope
    aside = kind == "peer" and slope is not None and slope < 0.25
    expected = {"variance": float(v), "shift": float(shift), "slope": slope, "set_aside": aside}
    return case("reviewer_profile", name, {"kind": kind, "anchored": reviews}, expected, 1e-9)


def one_way(groups):
    k = [len(each) for each in groups]
    n, total = len(groups), sum(k)
    grand = mean([Fraction(y) for each in groups for y in each])
    between = sum(len(g) * (mean(map(Fraction, g)) - grand) ** 2 for g in groups) / (n - 1)
    within = sum((y - mean(map(Fraction, g))) ** 2 for g in groups for y in g) / (total - n)
    size = (total - Fraction(sum(each**2 for each in k), total)) / (n - 1)
    return between, within, size


def icc(name, groups):
    between, within, size = one_way(groups)
    expected = {
        "icc_1_1": float((between - within) / (between + (size - 1) * within)),
        "icc_1_k": float((between - within) / between),
        "msb": float(between),
        "msw": float(within),
        "k0": float(size),
    }
    return case("icc_one_way", name, {"groups": groups}, expected, 1e-9)


def prior(name, groups):
    twice = [each for each in groups if len(each) >= 2]
    centre, spread = Fraction(5, 2), Fraction(7, 10)
    n = len(twice)
    if n >= 2:
        between, within, size = one_way(twice)
        raw = max(Fraction(0), (between - within) / size)
        middle = mean([mean(map(Fraction, each)) for each in twice])
        centre = max(Fraction(9, 4), min(Fraction(11, 4), (n * middle + 20 * centre) / (n + 20)))
        spread = max(Fraction(1, 2), min(Fraction(1), (n * raw + 20 * spread) / (n + 20)))
    expected = {"mean": float(centre), "variance": float(spread)}
    return case("prior_from_data", name, {"ratings_by_submission": groups}, expected, 1e-9)


def needed(r, target):
    """By trying: the fewest reviews whose mean is reliable enough (Spearman and Brown)."""
    r, target = Fraction(str(r)), Fraction(str(target))
    count = None
    if r > 0:
        count = next(k for k in range(1, 10_000) if k * r / (1 + (k - 1) * r) >= target)
    input = {"icc_1_1": float(r), "target": float(target)}
    return case("reviews_needed", f"r {float(r)} target {float(target)}", input, count)


def cohen(name, table):
    """From single pairs: the mean weight of a pair against that of two independent ratings."""
    pairs = [(i, j) for i, row in enumerate(table) for j, n in enumerate(row) for _ in range(n)]

    def kappa(weight):
        seen = mean([Fraction(weight(i, j)) for i, j in pairs])
        chance = mean([Fraction(weight(i, j)) for i, _ in pairs for _, j in pairs])
        return float(1 - seen / chance)

    expected = {
        "unweighted": kappa(lambda i, j: int(i != j)),
        "linear": kappa(lambda i, j: abs(i - j)),
        "quadratic": kappa(lambda i, j: (i - j) ** 2),
    }
    return case("cohen_kappa", name, {"table": table}, expected, 1e-9)


def krippendorff(name, units):
    """Interval metric, as observed over expected squared differences of all pairs of values."""
    kept = [[Fraction(y) for y in unit if y is not None] for unit in units]
    kept = [unit for unit in kept if len(unit) >= 2]
    values = [y for unit in kept for y in unit]
    n = len(values)
    seen = sum(
        sum((a - b) ** 2 for a in unit for b in unit) / (len(unit) - 1) for unit in kept
    ) / n
    chance = sum((a - b) ** 2 for a in values for b in values) / (n * (n - 1))
    expected = {"interval": float(1 - seen / chance)}
    return case("krippendorff_alpha", name, {"units_by_raters": units}, expected, 1e-9)


def gwet(name, units, values):
    """AC1, from the chance that two ratings of one unit, drawn without putting back, are alike."""
    kept = [[y for y in unit if y is not None] for unit in units]
    twice = [unit for unit in kept if len(unit) >= 2]
    alike = [
        mean([Fraction(int(a == b)) for i, a in enumerate(u) for j, b in enumerate(u) if i != j])
        for u in twice
    ]
    share = {q: mean([Fraction(u.count(q), len(u)) for u in kept]) for q in values}
    chance = sum(p * (1 - p) for p in share.values()) / (len(values) - 1)
    expected = {"ac1": float((mean(alike) - chance) / (1 - chance))}
    return case("gwet_ac", name, {"units_by_raters": units, "values": values}, expected, 1e-9)


def jackknife(name, groups):
    def single(left):
        between, within, size = one_way(left)
        return (between - within) / (between + (size - 1) * within)

    values = [single(groups[:at] + groups[at + 1 :]) for at in range(len(groups))]
    n = len(values)
    error = sqrt(float(Fraction(n - 1, n) * sum((each - mean(values)) ** 2 for each in values)))
    return case("jackknife", name, {"measure": "icc_1_1", "groups": groups}, error, 1e-9)


def anchored(reference, rating, **more):
    return {"reference": reference, "rating": rating, **more}


def fold(name, line):
    """Folds a line after 75 octets, but never inside a character."""
    left, lines, room = line.encode(), [], 75
    while left:
        end = min(room, len(left))
        while end < len(left) and left[end] & 0xC0 == 0x80:
            end -= 1
        lines.append(("" if not lines else " ") + left[:end].decode())
        left, room = left[end:], 74
    return case("calendar_fold", name, {"line": line}, {"lines": lines})


award()
write(
    "computed.json",
    {
        "cases": [
            pseudonym("8d0f2c9e-0000-4000-8000-000000000001", "5b1e7a33-0000-4000-8000-0000000000a1"),
            pseudonym("8d0f2c9e-0000-4000-8000-000000000002", "5b1e7a33-0000-4000-8000-0000000000a1"),
            shuffle(1, [0, 1, 17, 2147483646, 1073741823, 99991, 1234567890]),
            shuffle(64, [0, 1, 17, 2147483646, 1073741823, 99991, 1234567890]),
            slot("2027-03-30T09:30", "Europe/London"),
            slot("2027-03-28T01:30", "Europe/London"),
            slot("2027-10-31T01:30", "Europe/London"),
            slot("2031-07-01T10:00", "Europe/Berlin"),
            slot("2030-01-15T10:00", "Asia/Singapore"),
            slot("2028-10-01T02:30", "Australia/Sydney"),
            slot("2029-06-01T12:00", "Asia/Kathmandu"),
            outcome("2027-05-03"),
            outcome("2027-05-08"),
            outcome("2028-02-29"),
            estimate("nobody has judged", []),
            estimate("two peers and a mentor say 3", [peer(3), peer(3), mentor(3)]),
            estimate("a mentor and a peer say 1", [mentor(1), peer(1)]),
            estimate("two peers who both say 4", [peer(4), peer(4)]),
            estimate(
                "a severe, a lenient and a very noisy peer",
                [peer(2, shift=-0.5), peer(4, shift=0.6), peer(3, variance=3.5)],
            ),
            reviewer("nobody has measured this peer", "peer", []),
            reviewer(
                "a mentor who is one too high on two items",
                "mentor",
                [anchored([2, 2, 3, 3], [3, 3, 4, 4]), anchored([1, 2, 3, 4], [1, 2, 3, 4])],
            ),
            reviewer(
                "a mild peer after nine reviews, one of them beside a mentor",
                "peer",
                [anchored([2, 2, 3, 1], [3, 3, 3, 2])] * 4
                + [anchored([1, 3, 3, 4], [2, 3, 4, 4])] * 4
                + [anchored([2, 3, 3, 3], [3, 3, 4, 3], reference_variance=0.28)],
            ),
            reviewer(
                "always 3",
                "peer",
                [anchored([1, 2, 3, 4], [3, 3, 3, 3])] * 4,
            ),
            prior("nobody", []),
            prior("four pairs", [[2, 3], [3, 3], [1, 2], [4, 3]]),
            prior("weak and alike", [[1, 1], [1, 1, 1], [1, 2]] * 12),
            icc("pairs and threes", [[2, 3], [3, 3, 4], [1, 2], [4, 3], [1, 1, 2]]),
            needed(0.25, 0.8),
            needed(0.5, 0.8),
            needed(-0.1, 0.8),
            cohen("levels 1 to 4", [[5, 2, 0, 0], [1, 6, 3, 0], [0, 2, 7, 1], [0, 0, 2, 4]]),
            krippendorff("three reviewers with gaps", [[1, 2, None], [3, 3, 4], [2, None, 2], [4, 4, 3]]),
            gwet("most say 3", [[3, 3, None], [3, 3, 3], [3, 2, 3], [3, None, 3], [1, 2, 3]], LEVELS),
            jackknife("five submissions", [[2, 3], [3, 3, 4], [1, 2], [4, 3], [1, 1, 2]]),
            fold("75 octets stay whole", "SUMMARY:" + "b" * 67),
            fold("76 octets make two lines", "SUMMARY:" + "b" * 68),
            fold("no cut through a character of four octets", "SUMMARY:" + "b" * 65 + "🌙🌙"),
            fold("three lines in Greek", "DESCRIPTION:" + "δοκιμή " * 14),
        ]
    },
)
