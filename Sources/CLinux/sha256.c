#include "CLinux.h"

#if defined(__x86_64__)

#include <immintrin.h>
#if __GLIBC_PREREQ(2, 33)
#include <sys/platform/x86.h>

/* What glibc has found out at its start. On a virtual machine each question to the processor itself costs tens of
   microseconds, and a hash is made for each file. */
int hasSHA256Instructions(void) {
  return CPU_FEATURE_ACTIVE(SHA) && CPU_FEATURE_ACTIVE(SSE4_1) && CPU_FEATURE_ACTIVE(SSSE3);
}
#else
#include <cpuid.h>

int hasSHA256Instructions(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & 1u << 29)) return 0;
  /* SSE4.1 and SSSE3. */
  return __get_cpuid(1, &a, &b, &c, &d) && (c & 1u << 19) && (c & 1u << 9);
}
#endif

__attribute__((target("sha,sse4.1,ssse3"))) void compressSHA256(
    uint32_t *state, const unsigned char *blocks, unsigned long count, const uint32_t *constants) {
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  /* The instructions want the eight words as ABEF and CDGH. */
  __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xb1);
  __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1b);
  __m128i abef = _mm_alignr_epi8(low, high, 8);
  __m128i cdgh = _mm_blend_epi16(high, low, 0xf0);
  for (; count > 0; count--, blocks += 64) {
    const __m128i abefBefore = abef, cdghBefore = cdgh;
    __m128i words[4];
    for (int index = 0; index < 4; index++)
      words[index] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(blocks + 16 * index)), swap);
    for (int group = 0; group < 16; group++) {
      __m128i now = words[group & 3];
      if (group >= 4) {
        /* The next four words of the schedule, from those of the last four groups. */
        const __m128i last = words[(group + 3) & 3];
        now = _mm_sha256msg1_epu32(now, words[(group + 1) & 3]);
        now = _mm_add_epi32(now, _mm_alignr_epi8(last, words[(group + 2) & 3], 4));
        now = _mm_sha256msg2_epu32(now, last);
        words[group & 3] = now;
      }
      __m128i sum = _mm_add_epi32(now, _mm_loadu_si128((const __m128i *)(constants + 4 * group)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
    }
    abef = _mm_add_epi32(abef, abefBefore);
    cdgh = _mm_add_epi32(cdgh, cdghBefore);
  }
  low = _mm_shuffle_epi32(abef, 0x1b);
  high = _mm_shuffle_epi32(cdgh, 0xb1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(low, high, 0xf0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(high, low, 8));
}

#else

int hasSHA256Instructions(void) { return 0; }

void compressSHA256(
    uint32_t *state, const unsigned char *blocks, unsigned long count, const uint32_t *constants) {
  (void)state;
  (void)blocks;
  (void)count;
  (void)constants;
}

#endif
