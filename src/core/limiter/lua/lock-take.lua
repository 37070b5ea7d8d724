-- Takes or renews a lease.
--
-- Guarantee: at most one token holds KEYS[1] at a time; a holder that stops renewing loses it after
-- ARGV[2] ms by this server's clock.
-- KEYS[1] the lock; ARGV[1] the holder's token; ARGV[2] lease in ms; ARGV[3] '1' to renew only
-- Returns -1 when the token holds the lock now, -2 when nobody holds it and the token was only to
-- renew, else {how many ms the other's lease still runs, the other's token}.
local holder = redis.call('GET', KEYS[1])
if holder == ARGV[1] then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return -1
end
if holder then return { math.max(0, redis.call('PTTL', KEYS[1])), holder } end
if ARGV[3] == '1' then return -2 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return -1
