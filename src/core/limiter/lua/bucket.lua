-- Grants calls of one bucket to one process, or says when to come back.
--
-- Guarantee: one atomic step per question; everything that was ever granted is in the state before
-- the answer leaves. Time is this server's clock. The rules are those of bucket-plan.ts and
-- bucket-facts.ts; a test compares the two call by call.
--
-- KEYS[1] state of the bucket (MessagePack, expires)
-- KEYS[2] epoch ms until which the whole application rests (expires)
-- ARGV[1] the question as JSON:
--   p process, w wants per class, o gateway clock minus this clock (absent: unknown) and os
--   how far it may be off,
--   l1 l2 least and greatest latency ms, wg sg guards ms, h horizon ms, s strict, r returning, q leaving,
--   f facts {r rate, b burst, m remaining, a arrival, h heard, x refused, c chance}, a application
--   ('stop', 'clear' or absent), n name for a new state, d default rate, e default burst,
--   hold rest first, since the clock was set,
--   k the state is known to exist: if it does not, it was lost, x expected clock, t1 t2 lifetimes ms
-- Returns JSON: t clock, z clock not as expected (nothing else then), n state's name, g granted per
--   class, i send in ms, y send by in ms, u due in ms, m remaining, q rate, b burst,
--   c fewest calls left that answers can say (-1: no credit was ever seen),
--   p pause left ms, v application rests ms, j the state had been lost

local SECOND, CLASSES = 1000, 6
local CLOCK_SLACK, LOST_REST = 1500, 2100
local GRACE, DEMANDS, PACED_RATE, SPAN_LEAST, PACE_MARGIN = 150, 64, 64, 150, 40
local BLIND_IDLE, PACE_SHARE, BLIND_PAY_BACK = 3000, 0.9, 2000
local SLIDE_LATE, EDGE_WAIT = 30, 20
local RETRY, SPAN_MIN, SOON, SOON_PER_CALL, CLAIMS_EACH, UNSURE_GUARD = 50, 1, 40, 400, 8, 160
local NORMAL_OWED, BATCH_OWED = 4, 8
local TOKEN_SLACK, RATE_LEAST, CROWD_BURST, CROWDED_TOKENS = 1e-3, 1e-3, 4, 1.4
local PARTS, KEEP, KEEP_MERGED, JUMP, FORESEEN = 64, 3500, 1200, 100, 8
local PAUSE_FIRST, PAUSE_MOST, PAUSE_SPREAD, REFUSALS = 1000, 30000, 0.25, 10
local STRICT_FOR, CROWDED_FOR, FOREIGN_AGAIN, ARRIVAL_OFF = 600000, 40000, 20000, 400
local LEAN_MOST, LEAN_SURE, RISE_SLACK, MODEL_RATE = 8, 3, 0.02, 64
local DRIFT, STEP_TOLERANCE = 1e-4, 3
local FAR, LONG_AGO, NEWS_SLACK = 1e15, 3600000, 0.4995

local floor, max, min, abs = math.floor, math.max, math.min, math.abs
local ask = cjson.decode(ARGV[1])
local clock = redis.call('TIME')
local now = tonumber(clock[1]) * 1000 + tonumber(clock[2]) / 1000
if ask.x and abs(now - ask.x) > CLOCK_SLACK then
  return string.format('{"z":1,"t":%.3f}', now)
end

local function fresh()
  return {
    n = ask.n, rate = ask.d, burst = ask.e, rateSince = now - LONG_AGO, off = false, offSlack = 0, offAt = now, base = 0, bb = 0, used = { 0, 0, 0 },
    tok = ask.e, tokAt = now, sent = {}, paused = 0, refusals = 0, strict = 0, seen = false,
    credit = false, lean = 0, lastRem = 0, lastRemAt = now - LONG_AGO, crowd = 0, foreignAt = now - LONG_AGO, turn = 0, dem = {},
    over = { 0, 0, 0 }, lastSend = now - LONG_AGO, born = now, at = now
  }
end

local S
local wasLost = false
local packed = redis.call('GET', KEYS[1])
if packed then
  local isRead, state = pcall(cmsgpack.unpack, packed)
  if isRead and type(state) == 'table' and state.v == 2 then S = state end
end
if S and now < S.at - SECOND then S = nil end
if not S then
  S = fresh()
  -- What was granted in the last seconds is not known any more: wait until it cannot matter.
  if packed or ask.k then
    S.paused = now + LOST_REST
    wasLost = true
  end
elseif ask.k and ask.k ~= S.n and now - S.born < LOST_REST then
  S.paused = max(S.paused, S.born + LOST_REST)
  wasLost = true
end
-- The server's clock was set: what lies how far back is not known any more.
if ask.hold then S.paused = max(S.paused, now + LOST_REST) end
S.v = 2
S.at = now

-- State ---------------------------------------------------------------------------------------------

local function windowAt(at) return floor((at + S.off) / SECOND) end

local function allowance(index)
  local borrowed = S.bb
  local allowed = max(0, S.rate - borrowed)
  for before = 1, index - 1 do
    borrowed = max(0, S.used[before] - allowed)
    allowed = max(0, S.rate - borrowed)
  end
  return allowed, borrowed == 0
end

local function roll(window)
  local steps = window - 1 - S.base
  if steps <= 0 then return end
  if steps > 3 then
    S.bb = 0
    S.used = { 0, 0, 0 }
  else
    for _ = 1, steps do
      S.bb = max(0, S.used[1] - (allowance(1)))
      S.used = { S.used[2], S.used[3], 0 }
    end
  end
  S.base = window - 1
end

local function indexOf(window) return min(3, max(1, window - S.base + 1)) end

local function tokensAt(at)
  return min(S.burst, S.tok + (at - S.tokAt) * S.rate / SECOND)
end

local function recordSent(lo, hi, calls)
  S.tok = tokensAt(hi) - calls
  S.tokAt = hi
  local last = S.sent[#S.sent]
  if S.rate <= PARTS then
    for _ = 1, calls do S.sent[#S.sent + 1] = { lo, hi, 1 } end
  elseif last and hi - last[1] < SECOND / PARTS + (hi - lo) then
    last[2] = max(hi, last[2])
    last[3] = last[3] + calls
  else
    S.sent[#S.sent + 1] = { lo, hi, calls }
  end
  local stale = 0
  local span = S.rate <= PARTS and KEEP or KEEP_MERGED
  while S.sent[stale + 1] and S.sent[stale + 1][2] < lo - span do stale = stale + 1 end
  if stale > 0 then
    local kept = {}
    for at = stale + 1, #S.sent do kept[#kept + 1] = S.sent[at] end
    S.sent = kept
  end
  if not S.off then return end
  local first, final = indexOf(windowAt(lo)), indexOf(windowAt(hi))
  S.used[final] = S.used[final] + calls
  if first ~= final then S.used[first] = S.used[first] + calls end
end

local function setOffset(offset)
  if S.off and abs(S.off - offset) < JUMP then
    S.off = offset
    return
  end
  S.off = offset
  S.bb = 0
  S.used = { 0, 0, 0 }
  local newest = S.sent[#S.sent]
  if not newest then
    S.base = 0
    return
  end
  S.base = windowAt(newest[2]) - 1
  for _, entry in ipairs(S.sent) do
    for window = windowAt(entry[1]), windowAt(entry[2]) do
      local index = window - S.base + 1
      if index >= 1 and index <= 3 then S.used[index] = S.used[index] + entry[3] end
    end
  end
end

local function shareOffset(offset, slack)
  local low, high = offset - slack, offset + slack
  if S.off then
    local known = S.offSlack + (now - S.offAt) * DRIFT
    local sharedLow, sharedHigh = max(low, S.off - known), min(high, S.off + known)
    if sharedLow <= sharedHigh + STEP_TOLERANCE then low, high = sharedLow, sharedHigh end
  end
  setOffset((low + high) / 2)
  S.offSlack, S.offAt = max(0, (high - low) / 2), now
  return (low + high) / 2
end

-- Facts ---------------------------------------------------------------------------------------------

local function byArrival(one, other) return one[2] < other[2] end

local function noteArrival(arrived)
  local nearest, nearestOff = 0, ARRIVAL_OFF
  for at, entry in ipairs(S.sent) do
    if entry[3] == 1 and entry[1] ~= entry[2] then
      local off = max(0, entry[1] - arrived, arrived - entry[2])
      if off < nearestOff then nearest, nearestOff = at, off end
    end
  end
  if nearest == 0 then return end
  S.sent[nearest] = { arrived, arrived, 1 }
  table.sort(S.sent, byArrival)
end

local function leftWhenBorrowing(arrived)
  if not S.off or S.rate > MODEL_RATE then return nil end
  local window = windowAt(arrived)
  local used = { 0, 0, 0 }
  for _, entry in ipairs(S.sent) do
    local lo, hi = entry[1], entry[2]
    local index = windowAt(hi) - window + 3
    if index < 1 or hi > arrived then
      if lo <= arrived and hi > arrived then return nil end
    else
      if lo ~= hi then return nil end
      used[index] = used[index] + entry[3]
    end
  end
  local borrowed = 0
  for before = 1, 2 do
    borrowed = max(0, used[before] - max(0, S.rate - borrowed))
  end
  local limit = max(0, S.rate - borrowed)
  if borrowed == 0 then limit = limit + S.burst - S.rate end
  return limit - used[3]
end

local function lean(remaining, arrived, left, missing)
  local since = arrived - S.lastRemAt
  if left then
    if remaining > left then
      S.lean = LEAN_MOST
    elseif since > 0 and remaining - S.lastRem >= since * S.rate / SECOND + RISE_SLACK then
      S.lean = -LEAN_MOST
    elseif remaining == left and missing >= 1 then
      S.lean = max(-LEAN_MOST, S.lean - 1)
    elseif remaining < left and missing < 1 and S.lean > -LEAN_SURE then
      S.lean = max(S.lean, min(LEAN_SURE, S.lean + 1))
    end
  end
  if since > 0 then
    S.lastRem = remaining
    S.lastRemAt = arrived
  end
end

local function noteForeign()
  if now - S.foreignAt < FOREIGN_AGAIN then S.crowd = now + CROWDED_FOR end
  S.foreignAt = now
end

local function noteRemaining(remaining, arrived)
  local later, tokensLeft, at = 0, remaining, arrived
  local function fillUntil(when)
    tokensLeft = min(S.burst, tokensLeft + (when - at) * S.rate / SECOND)
    at = when
  end
  for _, entry in ipairs(S.sent) do
    if entry[2] > arrived then
      fillUntil(entry[2])
      tokensLeft = tokensLeft - entry[3]
      later = later + entry[3]
    end
  end
  fillUntil(S.tokAt)
  local missing = S.tok - tokensLeft
  local left = leftWhenBorrowing(arrived)
  lean(remaining, arrived, left, missing)
  local isMore = missing < 0 and S.lean >= LEAN_SURE and now >= S.crowd
  if isMore or (missing > 0 and S.lean >= -LEAN_SURE) then S.tok = tokensLeft end
  if S.lean > 0 and missing >= 1 and later == 0 then noteForeign() end
  if S.lean > 0 or not S.off then return end
  local window = windowAt(arrived)
  roll(window)
  local index = indexOf(window)
  if window ~= S.base + index - 1 then return end
  local allowed, canBorrow = allowance(index)
  local limit = allowed
  if canBorrow then limit = limit + S.burst - S.rate end
  local laterInWindow = 0
  for _, entry in ipairs(S.sent) do
    if entry[2] > arrived and windowAt(entry[2]) == window then
      laterInWindow = laterInWindow + entry[3]
    end
  end
  S.used[index] = max(S.used[index], limit - remaining + laterInWindow)
  if left and remaining < left and (S.lean < 0 or missing >= 1) then noteForeign() end
end

local function refuse(chance)
  if S.credit then S.crowd = now + CROWDED_FOR else S.strict = now + STRICT_FOR end
  local at = max(now, S.tokAt)
  S.tok = min(tokensAt(at), 0)
  S.tokAt = at
  if now < S.paused then return end
  local pause = min(PAUSE_MOST, PAUSE_FIRST * 2 ^ S.refusals)
  S.paused = now + pause * (1 + PAUSE_SPREAD * chance)
  S.refusals = min(S.refusals + 1, REFUSALS)
end

local function noteRate(fact)
  local rate = fact.r or S.rate
  local burst = max(fact.b or S.burst, rate)
  if rate == S.rate and burst == S.burst then return end
  S.rate, S.burst, S.rateSince = rate, burst, fact.h
  S.tok = min(S.tok, burst)
end

local function apply(fact)
  local isOutdated = fact.h < S.rateSince
  if not isOutdated then noteRate(fact) end
  if fact.a then noteArrival(fact.a) end
  if fact.x then
    refuse(fact.c)
    return
  end
  if now >= S.paused then S.refusals = 0 end
  if fact.m and not isOutdated then
    S.seen = true
    if fact.m >= S.rate then S.credit = true end
    if fact.a then noteRemaining(fact.m, fact.a) end
  end
end

-- Openings ------------------------------------------------------------------------------------------

local hasInteractive = ask.w[1] + ask.w[3] + ask.w[5] > 0

local function windowOpening(span)
  local rate = S.rate
  local start = max(now, S.paused)
  local window = windowAt(start + ask.l2 + ask.wg)
  roll(window)
  local function first(of) return of * SECOND - ask.o - ask.l1 + ask.wg end
  local send = max(start, first(window))
  local index = indexOf(window)
  local used = S.used[index]
  local allowed, canBorrow = allowance(index)
  local reserve = 0
  if S.crowd > now and S.burst >= CROWD_BURST then reserve = S.lean > 0 and CROWDED_TOKENS or 1 end
  local tokensThen = tokensAt(send + ask.l1) + TOKEN_SLACK
  local tokensLeft = floor(tokensThen)
  local tokens = floor(tokensThen - reserve)
  local margin = (reserve > 0 and S.lean <= 0 and not canBorrow) and 1 or 0
  local plain = min(allowed - used - margin, tokens)
  local step = 0
  if rate <= PACED_RATE then
    step = min(PACE_SHARE * SECOND, rate > 1 and (span - PACE_MARGIN) * rate / (rate - 1) or SECOND) / rate
  end
  local opened = plain
  if step > 0 then
    opened = min(rate, floor((send + ask.h - first(window)) / step) + 1) - used - (rate - allowed)
  end
  local function due(place, paced)
    local pace = paced and step or 0
    local left = place
    local delay = tokens >= 1 and 0 or (1 - tokens) * SECOND / max(rate, RATE_LEAST)
    local free = max(0, plain)
    if left < free then
      return max(start, first(window) + pace * (used + rate - allowed + left))
    end
    left = left - free
    local nextFree = rate
    if index < 3 then nextFree = max(0, (allowance(index + 1)) - S.used[index + 1]) end
    if left < nextFree then
      return max(start + delay, first(window + 1) + pace * (rate - nextFree + left))
    end
    left = left - nextFree
    return max(start + delay, first(window + 2 + floor(left / rate)) + pace * (left % rate))
  end
  local opening = {
    plain = plain, paced = min(plain, opened), payBack = 0, due = due, send = send, delay = 0,
    by = (window + 1) * SECOND - ask.o - ask.l2 - ask.wg
  }
  opening.interactive = canBorrow and min(allowed - used + max(0, S.burst - rate), tokensLeft) or plain
  if first(window) > now + min(EDGE_WAIT, ask.h) and S.paused <= now and hasInteractive then
    local before = max(1, index - 1)
    local allowedBefore, canBefore = allowance(before)
    local usedMost = max(used, S.used[before])
    local tokensNow = floor(tokensAt(now + ask.l1) + TOKEN_SLACK)
    local burst = canBefore and min(allowedBefore + rate - usedMost, S.burst - usedMost, tokensNow) or 0
    if burst > 0 then
      opening.plain, opening.paced, opening.interactive = 0, 0, burst
      opening.send, opening.by = now, now + GRACE
    end
  end
  return opening
end

local function fullUntil(arrivals, hi, calls)
  local counted = 0
  for at = #arrivals, 1, -1 do
    counted = counted + arrivals[at][calls]
    if counted >= S.rate then return arrivals[at][hi] end
  end
  return -FAR
end

local function foresee(start, back, onTheWay, step, firstPace, place)
  local rate = S.rate
  local rounds = floor(place / rate)
  local steps = rounds > FORESEEN and place % rate or place
  if rate > PACED_RATE then
    local soonest = max(start, firstPace, fullUntil(S.sent, 2, 3) + back)
    return rounds > FORESEEN and soonest + rounds * SECOND or soonest
  end
  local arrivals = {}
  for at, entry in ipairs(S.sent) do arrivals[at] = { entry[2], entry[3] } end
  local at, pace = start, firstPace
  for _ = 0, steps do
    at = max(start, pace, fullUntil(arrivals, 1, 2) + back)
    arrivals[#arrivals + 1] = { at + onTheWay, 1 }
    pace = at + step
  end
  return rounds > FORESEEN and at + rounds * SECOND or at
end

local function slidingOpening(isStrict)
  local rate = S.rate
  local start = max(now, S.paused)
  local back = SECOND + ask.sg - ask.l1
  local function freeAt(places)
    local counted = 0
    for at = #S.sent, 1, -1 do
      counted = counted + S.sent[at][3]
      if counted > rate - places then return S.sent[at][2] + back end
    end
    return 0
  end
  local function placesAt(when)
    local counted = 0
    for at = #S.sent, 1, -1 do
      if S.sent[at][2] + back <= when then break end
      counted = counted + S.sent[at][3]
    end
    return max(0, rate - counted)
  end
  local freeNow = placesAt(start)
  local tokens = rate
  if not isStrict then tokens = floor(tokensAt(start + ask.l1) + TOKEN_SLACK) end
  local places = freeNow > 0 and freeNow or min(1, placesAt(start + ask.h))
  local plain = min(places, max(0, tokens))
  local send = freeNow > 0 and start or max(start, freeAt(1))
  local step = rate > PACED_RATE and 0 or SECOND / rate
  local newest = S.sent[#S.sent]
  local pacedAt = S.lastSend + step * PACE_SHARE
  local paced = plain
  if step > 0 then paced = pacedAt <= now + ask.h and min(plain, 1) or 0 end
  local interactive = plain
  local isIdle = not newest or newest[2] + BLIND_IDLE <= start
  if not isStrict and isIdle and S.paused <= now then interactive = min(S.burst, tokens) end
  return {
    plain = plain, paced = paced, interactive = interactive, payBack = BLIND_PAY_BACK,
    send = send, by = send + SLIDE_LATE, delay = step > 0 and max(0, pacedAt - send) or 0,
    due = function(place, isPaced)
      local delay = tokens >= 1 and 0 or (1 - tokens) * SECOND / max(rate, RATE_LEAST)
      return foresee(start + delay, back, (ask.l1 + ask.l2) / 2, isPaced and step * PACE_SHARE or 0,
        isPaced and pacedAt or 0, place)
    end
  }
end

local function openingNow()
  local isStrict = ask.s or S.strict > now or (S.seen and not S.credit)
  local span = SECOND - (ask.l2 - ask.l1) - 2 * ask.wg
  if isStrict or not ask.o or span < SPAN_LEAST then return slidingOpening(isStrict) end
  return windowOpening(span)
end

-- Grants --------------------------------------------------------------------------------------------

-- Classes count from 1: lane * 2 + 1 for interactive work, lane * 2 + 2 for the rest.
local function laneOf(class) return floor((class - 1) / 2) end

local function owedLane()
  if S.over[3] >= BATCH_OWED then return 2 end
  if S.over[2] >= NORMAL_OWED then return 1 end
  return -1
end

local function rankOf(class, owed) return laneOf(class) == owed and class - CLASSES or class end

local function soon() return max(SOON, SOON_PER_CALL / S.rate) end

local function aheadOf(class, turn, opening, owed)
  local ahead, rank = 0, rankOf(class, owed)
  for _, demand in ipairs(S.dem) do
    if demand[3] <= opening.by then
      local isDue = demand[3] <= opening.send + soon()
      for other = 1, CLASSES do
        local count = demand[2][other]
        if count > 0 then
          if other == class then
            if isDue and demand[4] < turn then ahead = ahead + 1 end
          elseif rankOf(other, owed) < rank then
            ahead = ahead + (laneOf(other) == owed and 1 or count)
          end
        end
      end
    end
  end
  return ahead
end

local function firstUnclaimed(opening, class)
  local claims = {}
  for _, demand in ipairs(S.dem) do
    for other = 1, class do
      local count = demand[2][other]
      if count > 0 then
        for _ = 1, other == class and 1 or min(CLAIMS_EACH, count) do
          claims[#claims + 1] = demand[3]
        end
      end
    end
  end
  table.sort(claims)
  local place = 0
  while true do
    local at = opening.due(place, class == CLASSES)
    local claim = claims[place + 1]
    if not claim or claim > at + soon() then return at end
    place = place + 1
  end
end

local function isWaiting(wants, lane) return wants[lane * 2 + 1] + wants[lane * 2 + 2] > 0 end

local function notePassing(lane, calls, wants)
  S.over[lane + 1] = 0
  for lower = lane + 1, 2 do
    local waits = isWaiting(wants, lower)
    for _, demand in ipairs(S.dem) do waits = waits or isWaiting(demand[2], lower) end
    if waits then S.over[lower + 1] = S.over[lower + 1] + calls end
  end
end

local ORDERS = {
  [-1] = { 1, 2, 3, 4, 5, 6 }, [1] = { 3, 4, 1, 2, 5, 6 }, [2] = { 5, 6, 1, 2, 3, 4 }
}

local function grant(opening, wants, granted, turn)
  local total = 0
  while true do
    local owed = owedLane()
    local step = 0
    for _, class in ipairs(ORDERS[owed]) do
      local want = wants[class]
      if want > 0 then
        local open = opening.plain
        if class % 2 == 1 then open = opening.interactive
        elseif class == CLASSES and owed ~= 2 then open = opening.paced end
        local places = open - aheadOf(class, turn, opening, owed) - total
        if places > 0 then
          local rivals = 0
          for _, demand in ipairs(S.dem) do
            if demand[2][class] > 0 then rivals = rivals + 1 end
          end
          local share = max(1, floor(opening.plain / (rivals + 1)))
          local most = want
          if laneOf(class) == owed then most = 1 elseif rivals > 0 then most = share end
          step = min(want, places, most)
          if rivals > 0 and granted[class] >= share then step = 0 end
          if step > 0 then
            wants[class] = want - step
            granted[class] = granted[class] + step
            total = total + step
            notePassing(laneOf(class), step, wants)
            break
          end
        end
      end
    end
    if step == 0 then return total end
  end
end

local function takeDemand()
  local mine
  local kept = {}
  for _, demand in ipairs(S.dem) do
    if demand[1] == ask.p then mine = demand
    elseif demand[3] + GRACE >= now then kept[#kept + 1] = demand end
  end
  if #kept >= DEMANDS then table.remove(kept, 1) end
  S.dem = kept
  return mine
end

local function firstWanted(wants)
  for class = 1, CLASSES do if wants[class] > 0 then return class end end
  return 0
end

local function plan(wants)
  local mine = takeDemand()
  local opening = openingNow()
  local granted = { 0, 0, 0, 0, 0, 0 }
  local turn = mine and mine[4] or S.turn + 0.5
  local count = 0
  if opening.send <= now + ask.h then count = grant(opening, wants, granted, turn) end
  if count > 0 then
    local isBatchAlone = true
    for class = 1, CLASSES - 1 do if granted[class] > 0 then isBatchAlone = false end end
    if isBatchAlone then
      opening.send, opening.by = opening.send + opening.delay, opening.by + opening.delay
    end
    recordSent(opening.send + ask.l1, opening.send + max(ask.l2, ask.l1 + SPAN_MIN), count)
    if opening.payBack > 0 and count > opening.plain then
      S.paused = opening.send + ask.l2 + opening.payBack
    end
    S.turn = S.turn + 1
    S.lastSend = opening.send
    turn = S.turn
  end
  local left = firstWanted(wants)
  local returning = left
  local last = 1
  for class = 1, CLASSES do if granted[class] > 0 then last = class end end
  if left == 0 and ask.r and count > 0 then returning = last end
  local after = count > 0 and openingNow() or opening
  local due = firstUnclaimed(after, returning > 0 and returning or last)
  local soonest = now + (count > 0 and 0 or ask.h)
  if left > 0 and due <= soonest then due = soonest + RETRY end
  if returning > 0 then
    if left == 0 then wants[returning] = 1 end
    S.dem[#S.dem + 1] = { ask.p, wants, due, turn }
  end
  return granted, opening, due, max(0, after.plain), count
end

-- The question --------------------------------------------------------------------------------------

if not ask.o and S.off then
  ask.o, ask.wg = S.off, UNSURE_GUARD
elseif ask.o then
  local shift = ask.o - shareOffset(ask.o, ask.os)
  ask.o = ask.o - shift
  ask.l1, ask.l2 = max(-S.offSlack, ask.l1 + shift), ask.l2 + shift
  for _, fact in ipairs(ask.f) do if fact.a then fact.a = fact.a + shift end end
end
for _, fact in ipairs(ask.f) do apply(fact) end

if ask.q then takeDemand() end

if ask.a == 'stop' then redis.call('SET', KEYS[2], now + ask.t2, 'PX', 2 * ask.t2) end
if ask.a == 'clear' then redis.call('DEL', KEYS[2]) end
local rest, isProbe = 0, false
local restUntil = tonumber(redis.call('GET', KEYS[2]) or nil)
if restUntil and restUntil > now + ask.t2 then
  -- The clock was turned back: no rest is longer than a whole one.
  restUntil = now + ask.t2
  redis.call('SET', KEYS[2], restUntil, 'PX', 2 * ask.t2)
end
if restUntil then
  rest = max(0, restUntil - now)
  isProbe = rest == 0
end

local granted, opening, due, remaining = { 0, 0, 0, 0, 0, 0 }, { send = now, by = now }, now + rest, 0
local first = firstWanted(ask.w)
if first > 0 and rest == 0 then
  local wants = ask.w
  if isProbe then
    wants = { 0, 0, 0, 0, 0, 0 }
    wants[first] = 1
  end
  local count
  granted, opening, due, remaining, count = plan(wants)
  if isProbe and count > 0 then
    redis.call('SET', KEYS[2], now + ask.t2, 'PX', 2 * ask.t2)
  end
elseif rest == 0 then
  local look = openingNow()
  remaining = look.send <= now + ask.h and max(0, look.plain) or 0
end

local expected = S.credit and S.burst - S.rate or -1
if S.credit and S.lean > 0 then expected = max(0, min(expected, floor(S.tok - NEWS_SLACK))) end

redis.call('SET', KEYS[1], cmsgpack.pack(S), 'PX', ask.t1)
return string.format(
  '{"t":%.3f,"n":"%s","g":[%s],"i":%.3f,"y":%.3f,"u":%.3f,"m":%d,"q":%d,"b":%d,"c":%d,"p":%.3f,"v":%.3f,"j":%d}',
  now, S.n, table.concat(granted, ','), opening.send - now, opening.by - now, min(due - now, FAR),
  remaining, S.rate, S.burst, expected, max(0, S.paused - now), rest, wasLost and 1 or 0)
