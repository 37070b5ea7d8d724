-- Takes or renews a lease.
--
-- Guarantee: at most one token holds KEYS[1] at a time; a holder that stops renewing loses it after
-- ARGV[2] ms by this server's clock.
-- KEYS[1] the lock; ARGV[1] the holder's token, which begins with its lease and a bar; ARGV[2] lease in ms; ARGV[3] '1' to renew only
-- Returns -1 when the token holds the lock now, -2 when nobody holds it and the token was only to
-- renew, else {how many ms the other's lease still runs, the other's token}.
local holder = redis.call('GET', KEYS[1])
if holder == ARGV[1] then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return -1
end
if holder then
  local left = math.max(0, redis.call('PTTL', KEYS[1]))
  local lease = tonumber(string.match(holder, '^(%d+)|'))
  if lease and left > lease then
    -- The server's clock was turned back: nobody holds a lease for longer than it is.
    redis.call('PEXPIRE', KEYS[1], lease)
    left = lease
  end
  return { left, holder }
end
if ARGV[3] == '1' then return -2 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return -1
