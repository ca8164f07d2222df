#ifndef TRANCHE_ENGINE_BASE_DIGEST_H_
#define TRANCHE_ENGINE_BASE_DIGEST_H_

#include <memory>
#include <string>
#include <string_view>

namespace tranche {

/// SHA-256 over bytes that arrive in pieces: the fingerprint of every file of a run.
/// Not thread-safe; one per stream. Throws std::bad_alloc where libcrypto has no memory left.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void Update(std::string_view bytes);
  /// 64 lower-case hexadecimal digits. Ends the computation: call once.
  std::string HexDigest();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string Sha256Hex(std::string_view bytes);

}  // namespace tranche

#endif  // TRANCHE_ENGINE_BASE_DIGEST_H_
