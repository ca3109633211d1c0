/** 检查发现的问题，一句话说明。 */
export const checks = {
  'problem.check-role-open': '“{label}”尚缺“{role}”。',
  'problem.check-attribute-missing': '“{label}”的“{attribute}”尚未填写。',
  'problem.edit-label-unknown': '标签集的{layer}层没有标签“{label}”。',
  'problem.edit-role-unknown': '标签集中“{label}”没有角色“{role}”。',
  'problem.edit-filler': '“{role}”只接受 {allowed}，不接受 {label}。',
  'problem.edit-attribute': '“{label}”不接受 {attribute} = {value}。',
  'problem.edit-argument-taken': '“{role}”只能有一个论元。',
  'problem.edit-offsets': '范围 {fragments} 超出文本。',
  'problem.edit-cuts-character': '边界 {offset} 在一个字符内部。',
  'problem.edit-id-missing': '本文档中没有 {id}。',
  'problem.edit-cycle': '{id} 成了自身的一部分。',
  'problem.check-counts': '标注旁保存的计数不符（{what}）。',
  'problem.check-authority-missing': '规范名称记录 {entity} 不存在。',
  'problem.edit-id-taken': '{id} 在本文档中已被使用。',
  'problem.edit-text-mismatch': '{start}–{end} 处的文字是“{found}”，不是“{expected}”。',
} as const;
